import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api, isStale } from '../../../api/client.ts';
import { useToast } from '../../../parts/toast.tsx';
import { useListed } from '../parts/use-listed.ts';
import type { Rule } from './definition.ts';
import { rulesQuery } from './queries.ts';

/**
 * What is done to a rule as a whole; `done` hears of what there is then. It is published on the version that is shown: where
 * somebody else has changed it, theirs is shown instead of being published unseen.
 */
export function useRuleActs(rule: Rule, version: number | undefined, done: (rule: Rule) => void) {
  const t = useTranslations('settings.rules');
  const toast = useToast();
  const listed = useListed<Rule>(rulesQuery.queryKey);
  const path = { ruleId: rule.id };
  const seen = (message: string) => (after: Rule) => {
    listed.put(after);
    done(after);
    toast.done({ message });
  };
  const showTheirs = async (error: unknown) => {
    if (isStale(error)) seen(t('theirs'))(await api().getRule({ path }));
  };
  const publishing = useMutation({
    mutationFn: (on: number | undefined) =>
      api().publishRule({ path }, on === undefined ? {} : { ifMatch: { version: on } }),
    onSuccess: seen(t('published')),
    onError: showTheirs,
  });
  const resuming = useMutation({
    mutationFn: () => api().resumeRule({ path }),
    onSuccess: seen(t('resumed')),
  });
  return {
    publish: () => publishing.mutate(version),
    isPublishing: publishing.isPending,
    /** Why it was not published as it is now: once it is saved anew, it is another one. */
    refused: publishing.variables === version ? publishing.error : null,
    pause: useMutation({ mutationFn: () => api().pauseRule({ path }), onSuccess: seen(t('paused')) })
      .mutateAsync,
    resume: () => resuming.mutate(),
    isResuming: resuming.isPending,
    notResumed: resuming.error,
  };
}
export type RuleActs = ReturnType<typeof useRuleActs>;

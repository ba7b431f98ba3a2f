import { useTranslations } from 'use-intl';
import type { RulePatch } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useToast } from '../../../parts/toast.tsx';
import type { Saved } from '../parts/draft.ts';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import type { Definition, Rule } from './definition.ts';
import { rulesQuery } from './queries.ts';

export type Values = { name: string; description: string; draft: Definition };
export const savedOf = ({ version, name, description = '', draft }: Rule): Saved<Values> => ({
  version,
  values: { name, description, draft },
});
/** The draft goes as a whole; a description that is empty is none. */
const patchOf = ({ description, ...changes }: Partial<Values>): RulePatch => ({
  ...changes,
  ...(description !== undefined && { description: description.trim() || null }),
});

/** A rule as it is edited: what is saved is not live before it is published. */
export function useRuleEditor(rule: Rule) {
  const t = useTranslations('settings.rules');
  const toast = useToast();
  const listed = useListed<Rule>(rulesQuery.queryKey);
  const path = { ruleId: rule.id };
  const form = useForm<Values, Rule>({
    saved: savedOf(rule),
    write: ({ changes, options }) => api().patchRule({ path, body: patchOf(changes) }, options),
    read: async () => savedOf(await api().getRule({ path })),
    done: (saved) => {
      listed.put(saved);
      toast.done({ message: t('saved') });
      form.reset(savedOf(saved));
    },
  });
  return form;
}

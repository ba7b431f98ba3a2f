import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { RapportError, type ScoringRules } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { bodyOf, faultsByRule, pointers, type RuleDraft, savedOf, type Values } from './scoring-values.ts';

export const rulesKey = ['scoring', 'rules'];
const missing = new Set(['required', 'invalid_type', 'too_small', 'too_big', 'when_or_mail']);

/** The rules as somebody changes them, all of which are sent at once on the version that was read. */
export function useRulesForm(rules: ScoringRules) {
  const t = useTranslations('settings.scoring');
  const client = useQueryClient();
  const toast = useToast();
  const isReadOnly = !useMay()('workspaces:write');
  const sent = useRef<RuleDraft[]>([]);
  const form = useForm<Values, ScoringRules>({
    saved: savedOf(rules),
    write: ({ values, options: { ifMatch } }) => {
      sent.current = values.rules;
      return api().putScoringRules({ body: bodyOf(values) }, ifMatch === undefined ? {} : { ifMatch });
    },
    read: async () => savedOf(await api().getScoringRules()),
    done: (saved) => {
      client.setQueryData(rulesKey, saved);
      form.reset(savedOf(saved));
      toast.done({ message: t('saved') });
    },
  });
  const { error } = form;
  const faults = useMemo(() => (error instanceof RapportError ? error.errors : []), [error]);
  const ofRules = useMemo(() => faultsByRule(sent.current, faults), [faults]);
  const words = (fault: { code: string; detail: string } | undefined, range: string) =>
    fault && (missing.has(fault.code) ? range : fault.detail);
  return {
    ...form,
    isReadOnly,
    faultOf: (name: keyof typeof pointers, range: string) =>
      words(
        faults.find(({ pointer }) => pointer === pointers[name]),
        range,
      ),
    ruleFault: (id: string, part: string, range: string) => words(ofRules.get(`${id} ${part}`), range),
    put: (id: string, next: RuleDraft | undefined) =>
      form.set(
        'rules',
        form.values.rules.flatMap((rule) => (rule.id === id ? (next ?? []) : rule)),
      ),
  };
}
export type RulesForm = ReturnType<typeof useRulesForm>;

import { useTranslations } from 'use-intl';
import { Status } from '../../../parts/status.tsx';
import type { Rule } from './definition.ts';

/** How a rule stands, in a word. */
export function RuleState({ rule: { state } }: { rule: Rule }) {
  const t = useTranslations('settings.rules.states');
  return (
    <Status tone={({ draft: 'off', live: 'good', paused: 'waiting' } as const)[state]}>{t(state)}</Status>
  );
}

/** Why Rapport has paused a rule by itself; undefined where a person did, or it is not paused. */
export function usePausedWhy({ state, pausedReason }: Rule): string | undefined {
  const t = useTranslations('settings.rules.pausedWhy');
  if (state !== 'paused' || !pausedReason) return undefined;
  return t.has(pausedReason as 'other') ? t(pausedReason as 'other') : t('other', { reason: pausedReason });
}

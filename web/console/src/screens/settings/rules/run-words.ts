import { useTranslations } from 'use-intl';
import type { Run } from './definition.ts';

type Summary = Pick<Run, 'status' | 'reason' | 'waitsUntil' | 'waitsFor'>;
export const tones = {
  running: 'waiting',
  waiting: 'waiting',
  done: 'good',
  stopped: 'off',
  failed: 'bad',
} as const satisfies Record<Run['status'], string>;

/** Why a run or a step of it went no further, in words; the API's own code where there are none. */
export function useReasonWords() {
  const t = useTranslations('settings.rules.reasons');
  return (code: string) => (t.has(code as 'loop') ? t(code as 'loop') : code);
}
/** How a run stands beside its status: until when it waits, or why it ended. */
export function useRunWords(moment: (at: string | undefined) => string) {
  const t = useTranslations('settings.rules.runs');
  const reasonOf = useReasonWords();
  return ({ status, reason, waitsUntil, waitsFor }: Summary): string => {
    if (reason) return reasonOf(reason);
    if (status !== 'waiting' || !waitsUntil) return '';
    return t(waitsFor === 'condition' ? 'waitsFor' : 'waitsUntil', { at: moment(waitsUntil) });
  };
}

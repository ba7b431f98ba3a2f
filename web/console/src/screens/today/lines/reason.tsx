import { useFormatter, useTranslations } from 'use-intl';
import { useFormats } from '../../../parts/format.ts';
import type { About } from './about.ts';
import classes from './line.module.css';
import type { Line } from './line.ts';

const tones: Partial<Record<Line['reason']['code'], string>> = {
  task_overdue: 'late',
  close_overdue: 'late',
  task_due_today: 'now',
  idle_task: 'idle',
  deal_idle: 'idle',
  going_quiet: 'idle',
  hot_lead_untouched: 'hot',
};

/** The year is known where a birthday has one; `--11-29` has none. */
const ageOf = (birthday: string | undefined, on: string | undefined) =>
  birthday && on && !birthday.startsWith('-')
    ? Number(on.slice(0, 4)) - Number(birthday.slice(0, 4))
    : undefined;

/** Why a line stands there, in the reader's language; in the API's own words where the catalogue has none. */
function useReasonText(line: Line, { stage }: About): string {
  const t = useTranslations('today.reason');
  const format = useFormatter();
  const { nearDay } = useFormats();
  const { code, text = '', days = 0, on } = line.reason;
  const special: Partial<Record<typeof code, () => string>> = {
    task_due: () => t('task_due', { day: nearDay(on) }),
    idle_task: () =>
      stage?.idleDays ? t('idle_task', { days: stage.idleDays, stage: stage.name }) : t('idle_unknown'),
    hot_lead_untouched: () =>
      t('hot_lead_untouched', { score: (line.kind === 'contact' && line.record.score) || 0 }),
    likely_won: () =>
      stage ? t('likely_won', { percent: format.number(stage.probability, { style: 'percent' }) }) : text,
    birthday: () => {
      const age = line.kind === 'contact' ? ageOf(line.record.birthday, on) : undefined;
      return age ? t('birthday_age', { age, days }) : t('birthday', { days });
    },
  };
  return special[code]?.() ?? (t.has(code) ? t(code as 'task_overdue', { days }) : text);
}

export function Reason({ line, about }: { line: Line; about: About }) {
  const text = useReasonText(line, about);
  return (
    <span className={classes.reason} data-tone={tones[line.reason.code]}>
      {text}
    </span>
  );
}

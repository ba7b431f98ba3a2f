import { Menu } from '@mantine/core';
import { useFormatter, useTranslations } from 'use-intl';
import { useWeekStart } from '../../../api/preferences.ts';
import { useFormats } from '../../../parts/format.ts';
import classes from './line.module.css';
import { dayAfter, type Line, nextWeek } from './line.ts';
import type { LineActs } from './use-line-acts.ts';

/** The days to which a line can be put off. */
export function SnoozeItems({ line, snooze }: { line: Line; snooze: NonNullable<LineActs['snooze']> }) {
  const t = useTranslations('today');
  const format = useFormatter();
  const { today } = useFormats();
  const weekStart = useWeekStart();
  const weekday = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), {
      timeZone: 'UTC',
      weekday: 'short',
      day: 'numeric',
      month: 'short',
    });
  const hint = (day: string) => <span className={classes.hint}>{weekday(day)}</span>;
  return (
    <>
      <Menu.Label>{line.kind === 'task' ? t('snoozeShort') : t('addLabel')}</Menu.Label>
      <Menu.Item onClick={snooze.toTomorrow} rightSection={hint(dayAfter(today, 1))}>
        {t('toTomorrow')}
      </Menu.Item>
      <Menu.Item onClick={snooze.toNextWeek} rightSection={hint(nextWeek(today, weekStart))}>
        {t('toNextWeek')}
      </Menu.Item>
      <Menu.Item onClick={snooze.toDay}>{t('toDay')}</Menu.Item>
    </>
  );
}

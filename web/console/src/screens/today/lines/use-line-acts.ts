import { useTranslations } from 'use-intl';
import { useWeekStart } from '../../../api/preferences.ts';
import { useMay } from '../../../app/me.ts';
import { useFormats } from '../../../parts/format.ts';
import { useDesk } from '../desk.ts';
import { isDraft, useAddTask, useTaskWrites } from '../use-task-writes.ts';
import type { About } from './about.ts';
import { dayAfter, type Line, nextWeek } from './line.ts';

/** What a task of a line that is none is called. */
function usePlanTitle(line: Line, { title, name = title }: About): string {
  const t = useTranslations('today');
  if (line.reason.code === 'birthday') return t('congratulate', { name });
  return line.kind === 'deal' ? t('followUp', { name: title }) : t('callAgain', { name });
}

/** Makes a task about what a line is about, for a day. */
function usePlan(line: Line, about: About) {
  const t = useTranslations('today');
  const { nearDay } = useFormats();
  const add = useAddTask();
  const title = usePlanTitle(line, about);
  const { contactId, companyId, dealId } = line;
  const of = { ...(contactId && { contactId }), ...(companyId && { companyId }), ...(dealId && { dealId }) };
  return (dueOn: string) => add({ title, dueOn, ...of }, t('planned', { day: nearDay(dueOn) }));
}

/** What a task of one's own can be ticked by, and put off. */
function useTaskActs(line: Line) {
  const may = useMay();
  const { tick, untick } = useDesk();
  const writes = useTaskWrites(line.record);
  if (line.kind !== 'task' || isDraft(line.record) || !may('tasks:edit')) return {};
  const task = line.record;
  const complete = () => {
    tick(task);
    writes.complete();
  };
  const undo = () => {
    untick(task.id);
    writes.reopen();
  };
  return { complete, undo, putOff: (day: string) => writes.snooze(day, task.dueOn) };
}

/** What can be done with a line by one tap; what the person may not is undefined. */
export function useLineActs(line: Line, about: About) {
  const may = useMay();
  const { ask } = useDesk();
  const { today } = useFormats();
  const weekStart = useWeekStart();
  const plan = usePlan(line, about);
  const { complete, undo, putOff: toDay } = useTaskActs(line);
  const putOff = toDay ?? (line.kind !== 'task' && may('tasks:create') ? plan : undefined);
  const snooze = putOff && {
    toTomorrow: () => putOff(dayAfter(today, 1)),
    toNextWeek: () => putOff(nextWeek(today, weekStart)),
    toDay: () => ask({ what: 'day', title: about.title, picked: putOff }),
  };
  const mayLog = line.contactId !== undefined && may('activities:create');
  const log = mayLog ? () => ask({ what: 'call', line, done: complete }) : undefined;
  return { complete, undo, snooze, log };
}
export type LineActs = ReturnType<typeof useLineActs>;

import { describe, expect, test } from 'vitest';
import type { Task, Today } from '../../../web/client/src/index.ts';
import {
  dayAfter,
  nextWeek,
  sectionsOf,
  taskGroups,
} from '../../../web/console/src/screens/today/lines/line.ts';

const today = '2026-12-02'; // a Wednesday
const aTask = (over: Partial<Task> & { id: string }): Task => ({
  version: 1,
  createdAt: '2026-11-01T08:00:00.000Z',
  updatedAt: '2026-11-01T08:00:00.000Z',
  title: 'Call',
  status: 'open',
  origin: 'person',
  ...over,
});
const anAnswer = (over: Partial<Today>): Today => ({
  on: today,
  callToday: [],
  closingSoon: [],
  goingQuiet: [],
  birthdays: [],
  ...over,
});
const hotLead = (id: string) =>
  ({
    type: 'contact',
    reason: { code: 'hot_lead_untouched', text: 'A lead' },
    record: { id, version: 1, createdAt: '', updatedAt: '' },
  }) as const;
const idsOf = (lines: { record: { id: string } }[]) => lines.map(({ record }) => record.id);

describe('tasks by when they are due', () => {
  test('every task stands in one group, the most urgent first, those without a date last', () => {
    const due = {
      e: undefined,
      d: '2026-12-10',
      c: '2026-12-09',
      b: '2026-12-03',
      a: today,
      z: '2026-12-01',
      y: '2026-11-20',
    };
    const tasks = Object.entries(due).map(([id, dueOn]) => aTask({ id, ...(dueOn && { dueOn }) }));
    const groups = taskGroups(tasks, today);
    expect(Object.entries(groups).map(([name, lines]) => [name, idsOf(lines)])).toEqual([
      ['overdue', ['y', 'z']],
      ['dueToday', ['a']],
      ['tomorrow', ['b']],
      ['week', ['c']],
      ['later', ['d', 'e']],
    ]);
    expect(groups.overdue.map(({ reason }) => reason.days)).toEqual([12, 1]);
  });

  test('the task of an idle deal is a call of today, and one line', () => {
    const tasks = [aTask({ id: 'idle', origin: 'idle_deal', dueOn: today, dealId: 'dl_1' })];
    expect(idsOf(taskGroups(tasks, today).dueToday)).toEqual([]);
    const [line] = sectionsOf(anAnswer({}), tasks, today).callToday;
    expect(line).toMatchObject({ record: { id: 'idle' }, reason: { code: 'idle_task' }, dealId: 'dl_1' });
  });
});

describe('whom to call', () => {
  test('who is planned for a later day is not to be called today', () => {
    const answer = anAnswer({ callToday: [hotLead('ct_now'), hotLead('ct_later')] });
    const tasks = [aTask({ id: 'plan', dueOn: '2026-12-07', contactId: 'ct_later' })];
    expect(idsOf(sectionsOf(answer, tasks, today).callToday)).toEqual(['ct_now']);
    const done = tasks.map((task): Task => ({ ...task, status: 'done' }));
    expect(idsOf(sectionsOf(answer, done, today).callToday)).toEqual(['ct_now', 'ct_later']);
  });
});

describe('days', () => {
  test('the next week begins on the day that the reader’s weeks begin on, never today', () => {
    expect(nextWeek(today, 1)).toBe('2026-12-07');
    expect(nextWeek(today, 0)).toBe('2026-12-06');
    expect(nextWeek('2026-12-07', 1)).toBe('2026-12-14');
  });
  test('a day so many days behind another goes over months and the change of clocks', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2026-10-24', 2)).toBe('2026-10-26');
  });
});

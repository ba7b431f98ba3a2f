import { beforeAll, describe, expect, it } from 'vitest';
import { type NextDay, Recurrence, recurrences } from '../../../shared/tasks/recurrence.ts';
import { completeTask, createTask, nextOfSeries, remind, remindDueAt } from '../../../shared/tasks/task.ts';
import { aTask } from '../../fixtures/task.ts';
import { aContext } from '../../helpers/context.ts';

let next: NextDay;
beforeAll(async () => {
  next = await recurrences();
});
const by = aContext({ now: '2026-11-22T09:00:00.000Z' });

describe('a recurrence rule', () => {
  it.each([
    ['FREQ=DAILY', '2026-11-22', '2026-11-22', '2026-11-23'],
    ['FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-19', '2026-11-19', '2026-11-23'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-10-31', '2026-10-31', '2026-11-30'],
    ['FREQ=MONTHLY;BYDAY=1MO', '2026-11-02', '2026-11-20', '2026-12-07'],
    ['FREQ=YEARLY', '2024-02-29', '2024-02-29', '2028-02-29'],
    ['FREQ=WEEKLY;INTERVAL=2', '2026-11-02', '2026-11-22', '2026-11-30'],
  ])('%s from %s comes behind %s on %s', (rule, from, after, day) => {
    expect(Recurrence.parse(rule)).toBe(rule);
    expect(next(rule, from, after)).toBe(day);
  });

  it('ends with its count, its last day, and where its days never come', () => {
    expect(next('FREQ=DAILY;COUNT=2', '2026-11-22', '2026-11-22')).toBe('2026-11-23');
    expect(next('FREQ=DAILY;COUNT=2', '2026-11-22', '2026-11-23')).toBeUndefined();
    expect(next('FREQ=DAILY;UNTIL=20261123', '2026-11-22', '2026-11-23')).toBeUndefined();
    expect(next('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-11-22', '2026-11-22')).toBeUndefined();
  });

  it.each([
    '',
    'DAILY',
    'FREQ=SECONDLY',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;BYHOUR=9',
    'FREQ=DAILY;COUNT=1;UNTIL=20270101',
    'FREQ=DAILY\nEXDATE:1',
  ])('is not %j', (rule) => expect(Recurrence.safeParse(rule).success).toBe(false));
});

describe('a task that comes again', () => {
  const weekly = () => createTask({ title: 'Call', dueOn: '2026-11-16', repeats: 'FREQ=WEEKLY' }, by).after;

  it('is followed by one on the next day of its rule that is not past', () => {
    const done = completeTask(weekly(), by)?.after ?? weekly();
    const following = nextOfSeries(done, '2026-11-25', next, by)?.after;
    expect(following).toMatchObject({
      title: 'Call',
      dueOn: '2026-11-30',
      status: 'open',
      repeatsFrom: '2026-11-16',
    });
  });

  it('begins on a day', () => {
    expect(() => createTask({ title: 'Call', repeats: 'FREQ=WEEKLY' }, by)).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
  });

  it('that does not, is followed by none', () => {
    expect(nextOfSeries(aTask(), '2026-11-25', next, by)).toBeUndefined();
  });
});

describe('a reminder', () => {
  const task = () => aTask({ remindAt: '2026-11-22T08:00:00.000Z' });

  it('is told once, when its moment has come', () => {
    expect(remind(task(), '2026-11-22T07:59:59.000Z')).toBeUndefined();
    const told = remind(task(), '2026-11-22T08:00:00.000Z');
    expect(told?.events).toMatchObject([{ type: 'task.reminder' }]);
    expect(told && remind(told.after, '2026-11-22T09:00:00.000Z')).toBeUndefined();
  });

  it('is not told of what is done, and told again of another moment', () => {
    expect(remindDueAt({ ...task(), status: 'done' })).toBeUndefined();
    const told = remind(task(), '2026-11-22T08:00:00.000Z')?.after ?? task();
    expect(remindDueAt({ ...told, remindAt: '2026-11-23T08:00:00.000Z' })).toBe('2026-11-23T08:00:00.000Z');
  });
});

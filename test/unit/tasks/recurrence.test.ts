import fc from 'fast-check';
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
const zone = 'Europe/Berlin';

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
    'FREQ=DAILY;BYDAY=1MO',
    'FREQ=MONTHLY;BYDAY=0MO',
    'FREQ=MONTHLY;BYDAY=+MO',
    'FREQ=MONTHLY;BYDAY=MOTU',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=YEARLY;BYDAY=54MO',
    'FREQ=DAILY;BYMONTHDAY=1;BYSETPOS=1',
    'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=32',
    'FREQ=WEEKLY;BYMONTHDAY=1',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=1,',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=MONTHLY;BYSETPOS=1',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0',
    'FREQ=DAILY;UNTIL=20260230',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL',
    'FREQ=DAILY=WEEKLY',
    'freq=daily',
    `FREQ=DAILY;BYMONTHDAY=${'1'.repeat(170)}x`,
  ])('is not %j', (rule) => expect(Recurrence.safeParse(rule).success).toBe(false));
});

const some = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1, maxLength: 4 });
const nth = fc.integer({ min: -53, max: 53 }).filter((n) => n !== 0);
const weekdays = some(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
const anyRule = fc
  .record(
    {
      FREQ: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
      INTERVAL: fc.integer({ min: 1, max: 999 }),
      COUNT: fc.integer({ min: 1, max: 9999 }),
      BYDAY: fc.oneof(
        weekdays,
        fc.tuple(nth, weekdays).map(([n, days]) => days.map((day) => `${n}${day}`)),
      ),
      BYMONTHDAY: fc.array(fc.integer({ min: -31, max: 31 }), { minLength: 1, maxLength: 3 }),
      BYMONTH: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
      BYSETPOS: fc.array(fc.integer({ min: -366, max: 366 }), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['FREQ'] },
  )
  .map((parts) =>
    Object.entries(parts)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
  );

it('a rule that is taken has a next day behind the last, or none; never a fault', () => {
  let taken = 0;
  fc.assert(
    fc.property(anyRule, (rule) => {
      if (!Recurrence.safeParse(rule).success) return;
      taken++;
      const day = next(rule, '2026-11-02', '2026-11-22');
      if (day !== undefined) expect(day > '2026-11-22').toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(taken).toBeGreaterThan(30);
});

describe('a task that comes again', () => {
  const weekly = () => createTask({ title: 'Call', dueOn: '2026-11-16', repeats: 'FREQ=WEEKLY' }, by).after;

  it('is followed by one on the next day of its rule that is not past', () => {
    const done = completeTask(weekly(), by)?.after ?? weekly();
    const following = nextOfSeries(done, zone, next, { ...by, now: '2026-11-25T09:00:00.000Z' })?.after;
    expect(following).toMatchObject({
      title: 'Call',
      dueOn: '2026-11-30',
      status: 'open',
      repeatsFrom: '2026-11-16',
    });
  });

  it('is reminded of at the same time by the clock on the wall, as many days before', () => {
    const remindAt = '2026-10-22T07:00:00.000Z'; // nine in Berlin, in summer time
    const said = { title: 'Call', dueOn: '2026-10-23', remindAt, repeats: 'FREQ=WEEKLY' };
    const following = nextOfSeries(createTask(said, by).after, zone, next, {
      ...by,
      now: '2026-10-23T09:00:00.000Z',
    });
    expect(following?.after).toMatchObject({ dueOn: '2026-10-30', remindAt: '2026-10-29T08:00:00.000Z' });
  });

  it('keeps what no two may have, and is followed once', () => {
    const task = {
      ...weekly(),
      custom: { ticket: 'A-1', floor: 3 },
      customKeys: [{ key: 'ticket', value: 'a-1' }],
    };
    expect(nextOfSeries(task, zone, next, by)?.after.custom).toEqual({ floor: 3 });
    expect(nextOfSeries({ ...task, followedBy: aTask().id }, zone, next, by)).toBeUndefined();
  });

  it('begins on a day', () => {
    expect(() => createTask({ title: 'Call', repeats: 'FREQ=WEEKLY' }, by)).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
  });

  it('that does not, is followed by none', () => {
    expect(nextOfSeries(aTask(), zone, next, by)).toBeUndefined();
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

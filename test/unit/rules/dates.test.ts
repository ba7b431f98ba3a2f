import { describe, expect, test } from 'vitest';
import { momentOn } from '../../../shared/core/local-day.ts';
import { dateEntries } from '../../../shared/rules/dates/date-entries.ts';
import { daysMeant, turnAfter, turnBehind } from '../../../shared/rules/dates/date-turn.ts';
import type { DateTrigger } from '../../../shared/rules/trigger.ts';
import { acme } from '../../fixtures/ids.ts';

const rule = (over: Partial<DateTrigger> = {}): DateTrigger => ({
  on: 'date',
  kind: 'contact',
  field: 'birthday',
  offsetDays: 0,
  at: '09:00',
  yearly: true,
  ...over,
});

describe('a time of the day', () => {
  test.each([
    ['Europe/Berlin', '2026-03-28', '09:00', '2026-03-28T08:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '09:00', '2026-10-25T08:00:00.000Z'],
    ['America/New_York', '2026-11-01', '09:00', '2026-11-01T14:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04', '09:00', '2026-10-03T22:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '00:00', '2025-12-31T10:00:00.000Z'],
  ])('in %s on %s at %s is %s', (timeZone, date, time, at) => {
    expect(momentOn(date, time, timeZone)).toBe(at);
  });

  test('that a date lacks is as much later as the clocks were put forward', () => {
    expect(momentOn('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(momentOn('2026-10-04', '02:10', 'Australia/Lord_Howe')).toBe('2026-10-03T15:40:00.000Z');
  });

  test('that a date has twice is the first of the two', () => {
    expect(momentOn('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(momentOn('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });
});

describe('the turns of a date rule', () => {
  test('come each day at its time, over a change of the clocks too', () => {
    const first = turnBehind('2026-03-27T08:00:00.000Z', rule(), 'Europe/Berlin');
    expect(first).toEqual({ day: '2026-03-28', at: '2026-03-28T08:00:00.000Z' });
    const second = turnAfter(first, rule(), 'Europe/Berlin');
    expect(second).toEqual({ day: '2026-03-29', at: '2026-03-29T07:00:00.000Z' });
  });
  test('begin today where its time is still to come', () => {
    expect(turnBehind('2026-03-27T07:59:59.999Z', rule(), 'Europe/Berlin').day).toBe('2026-03-27');
  });

  test('are for whom the day lies so many days off', () => {
    expect(daysMeant({ day: '2026-12-30' }, rule({ offsetDays: -7 }))).toEqual(['01-06']);
    expect(daysMeant({ day: '2026-01-02' }, rule({ offsetDays: 3, yearly: false }))).toEqual(['2025-12-30']);
  });
  test('have who was born on a leap day in the years without one, and only there', () => {
    expect(daysMeant({ day: '2027-02-28' }, rule())).toEqual(['02-28', '02-29']);
    expect(daysMeant({ day: '2028-02-28' }, rule())).toEqual(['02-28']);
    expect(daysMeant({ day: '2028-02-29' }, rule())).toEqual(['02-29']);
  });
});

describe('a record stands by its days', () => {
  const place = { workspaceId: acme, kind: 'contact', id: 'ct_1' };
  const days = (facts: object, field: string, yearly: boolean) =>
    dateEntries(place, facts, { timeZone: 'Europe/Berlin', dates: [{ field, yearly, since: 1 }] }).map(
      ({ sk }) => sk,
    );
  test.each([
    [{ birthday: '1987-05-13' }, 'birthday', true, ['05-13#ct_1']],
    [{ birthday: '--02-29' }, 'birthday', true, ['02-29#ct_1']],
    [{ birthday: '--02-29' }, 'birthday', false, []],
    [{ lastOrderAt: '2026-03-31T23:30:00.000Z' }, 'lastOrderAt', false, ['2026-04-01#ct_1']],
    [{ custom: { renewal: '2026-09-01' } }, 'custom.renewal', false, ['2026-09-01#ct_1']],
    [{ custom: { renewal: 'soon' } }, 'custom.renewal', false, []],
    [{}, 'birthday', true, []],
  ])('%j by %s (every year: %s): %j', (facts, field, yearly, wanted) => {
    expect(days(facts, field, yearly)).toEqual(wanted);
  });
  test('and by none where no rule asks', () => {
    expect(dateEntries(place, { birthday: '1987-05-13' }, { timeZone: 'UTC', dates: [] })).toEqual([]);
  });
});

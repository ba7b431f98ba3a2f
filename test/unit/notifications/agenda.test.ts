import { describe, expect, it } from 'vitest';
import { dateAfter, localDate, momentOn, weekdayOf, weekdays } from '../../../shared/core/local-day.ts';
import { type AgendaDone, agendaAt, agendaDueAt } from '../../../shared/notifications/agenda.ts';
import { agendaHours } from '../../../shared/notifications/agenda-hours.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'] as const;
const never: AgendaDone = { version: 0 };
const until = (day: string): AgendaDone => ({ version: 1, day });
const clock = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));

describe('a time on a date', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z', '03:30'],
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z', '03:30'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00.000Z', '02:45'],
  ])('that does not exist in %s on %s is as much later', (zone, date, time, moment, shown) => {
    expect(momentOn(date, time, zone)).toBe(moment);
    expect(clock(moment, zone)).toBe(shown);
  });

  it.each([
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z'],
  ])('that is twice in %s on %s is the first', (zone, date, time, moment) => {
    expect(momentOn(date, time, zone)).toBe(moment);
  });
});

describe('the next agenda', () => {
  const createdAt = '2026-01-01T12:00:00.000Z';
  it.each(
    zones.flatMap((zone) => ['07:00', '01:45', '02:15', '02:30', '23:59', '00:00'].map((at) => [zone, at])),
  )(
    'in %s at %s comes once on each of the days, over both changes of the clocks',
    (timeZone = '', at = '') => {
      const hours = agendaHours({ at, days: weekdays });
      let done = never;
      const days: string[] = [];
      let last = '';
      for (let n = 0; n < 400; n++) {
        const due = agendaDueAt({ createdAt, hours, timeZone, done }) ?? '';
        expect(due > last).toBe(true);
        const { sends, day } = agendaAt(due, hours, timeZone);
        expect(sends).toBe(true);
        days.push(day);
        done = until(day);
        last = due;
      }
      const [first = ''] = days;
      expect(days).toEqual(days.map((_, n) => dateAfter(first, n)));
    },
  );

  it.each(zones)('in %s is at seven by the wall clock all the year', (timeZone) => {
    for (let day = '2026-01-02'; day < '2027-01-02'; day = dateAfter(day, 1)) {
      const due = agendaDueAt({ createdAt, hours: agendaHours(), timeZone, done: until(day) }) ?? '';
      expect(clock(due, timeZone)).toBe('07:00');
      expect(['saturday', 'sunday']).not.toContain(weekdayOf(localDate(due, timeZone)));
    }
  });

  it('of somebody new is the first that begins once they are there', () => {
    const friday = { createdAt: '2026-11-27T06:30:00.000Z', timeZone: 'Europe/Berlin', done: never };
    expect(agendaDueAt({ ...friday, hours: agendaHours() })).toBe('2026-11-30T06:00:00.000Z');
    expect(agendaDueAt({ ...friday, hours: agendaHours({ at: '08:00' }) })).toBe('2026-11-27T07:00:00.000Z');
  });

  it('is none for who wants none, or on no day', () => {
    const asking = { createdAt, timeZone: 'UTC', done: never };
    expect(agendaDueAt({ ...asking, hours: agendaHours({ on: false }) })).toBeUndefined();
    expect(agendaDueAt({ ...asking, hours: agendaHours({ days: [] }) })).toBeUndefined();
  });

  it('that is late is still today’s, and no other day’s', () => {
    const timeZone = 'America/New_York';
    const at = (now: string) => agendaAt(now, agendaHours(), timeZone);
    expect(at('2026-11-25T03:00:00.000Z')).toEqual({ sends: true, day: '2026-11-24' }); // ten in the evening
    expect(at('2026-11-25T11:59:00.000Z')).toEqual({ sends: false, day: '2026-11-24' });
    expect(at('2026-11-25T12:00:00.000Z')).toEqual({ sends: true, day: '2026-11-25' });
    expect(at('2026-11-28T20:00:00.000Z')).toEqual({ sends: false, day: '2026-11-27' }); // a Saturday
  });
});

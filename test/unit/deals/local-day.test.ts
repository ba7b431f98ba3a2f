import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay, localDate } from '../../../shared/core/local-day.ts';

describe('endOfDay', () => {
  it.each([
    ['2026-11-24', 'Europe/Berlin', '2026-11-24T23:00:00.000Z'],
    ['2026-07-24', 'Europe/Berlin', '2026-07-24T22:00:00.000Z'],
    ['2026-11-24', 'UTC', '2026-11-25T00:00:00.000Z'],
    ['2026-11-24', 'America/Los_Angeles', '2026-11-25T08:00:00.000Z'],
    ['2026-11-24', 'Pacific/Kiritimati', '2026-11-24T10:00:00.000Z'],
    ['2026-11-24', 'Asia/Kathmandu', '2026-11-24T18:15:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    // In Cairo the clocks go from 0:00 to 1:00, so that the day before ends where there is no midnight.
    ['2026-04-23', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ])('of %s in %s is %s', (date, zone, end) => {
    expect(endOfDay(date, zone)).toBe(end);
  });

  it('is the first moment that is not of the date any more', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/St_Johns',
      'Pacific/Apia',
      'Asia/Kolkata',
      'Africa/Cairo',
    );
    const dates = fc
      .integer({ min: 0, max: 3650 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        const end = endOfDay(date, zone);
        const before = new Date(Date.parse(end) - 1).toISOString();
        expect(localDate(before, zone)).toBe(date);
        expect(localDate(end, zone) > date).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

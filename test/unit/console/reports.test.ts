import { describe, expect, it } from 'vitest';
import { matches } from '../../../shared/conditions/condition.ts';
import { beganIn, conditionFor, inPeriod } from '../../../web/console/src/screens/reports/conditions.ts';
import { monthsAsked, periodNamed } from '../../../web/console/src/screens/reports/periods.ts';
import { sharesIn } from '../../../web/console/src/screens/reports/shares.ts';

const now = { at: '2026-11-30T12:00:00.000Z', timeZone: 'UTC' };
const holds = (condition: object | undefined, deal: object) =>
  condition !== undefined && matches(condition as never, deal, now);

describe('the way from a figure to the deals behind it', () => {
  it('leads to all that came in that way: those of which it is said, and those of which nothing is', () => {
    const byForm = conditionFor('source', 'form');
    expect(holds(byForm, { source: { kind: 'form' } })).toBe(true);
    expect(holds(byForm, { leadSource: 'form', source: { kind: 'api' } })).toBe(true); // as its contact came
    expect(holds(byForm, { leadSource: 'Fair', source: { kind: 'form' } })).toBe(false);
    expect(holds(conditionFor('source', 'linkedin'), { leadSource: 'LinkedIn' })).toBe(true);
    expect(conditionFor('team', 'tm_1')).toBeUndefined();
  });

  it('leads to those that began in the period, by the day that was said or the one on which they were written', () => {
    const began = beganIn({ from: '2026-10', to: '2026-11' });
    const createdAt = '2026-11-30T23:59:59.999Z';
    expect(holds(began, { createdAt })).toBe(true);
    expect(holds(began, { createdAt, openedOn: '2026-09-30' })).toBe(false);
    expect(holds(began, { createdAt: '2026-12-01T00:00:00.000Z', openedOn: '2026-11-30' })).toBe(true);
    expect(holds(began, { createdAt: '2026-12-01T00:00:00.000Z' })).toBe(false);
    expect(inPeriod({ from: '2026-12', to: '2026-12' })).toMatchObject({ $lt: '2027-01-01T00:00:00.000Z' });
  });
});

it('calls a period as it was asked for, where in that month several are the same', () => {
  const october = { from: '2026-10', to: '2026-10' };
  expect(periodNamed(october, '2026-10')).toBe('month');
  expect(periodNamed({ ...october, period: 'quarter' }, '2026-10')).toBe('quarter');
  expect(periodNamed({ from: '2026-01', to: '2026-12', period: 'thisYear' }, '2026-12')).toBe('thisYear');
  expect(periodNamed({ ...october, period: 'quarter' }, '2026-11')).toBe('other'); // an address of a month ago
});

it('leaves the months of seasons to the report where nobody asks for others: the present one is not over', () => {
  const year = { from: '2025-12', to: '2026-11' };
  expect(monthsAsked({ report: 'seasons', ...year }, '2026-11')).toEqual({});
  expect(monthsAsked({ report: 'seasons', ...year }, '2026-12')).toEqual(year);
  expect(monthsAsked({ report: 'orders', ...year }, '2026-11')).toEqual(year);
  expect(monthsAsked({ report: 'forecast', ...year }, '2026-11')).toEqual({});
});

it('says a share of money in each currency, and of none that it is the whole', () => {
  const share = (part: number | undefined) => (part === undefined ? '–' : `${100 * part} %`);
  expect(sharesIn({ EUR: 0.5 }, share)).toBe('50 %');
  expect(sharesIn({ EUR: 0.5, USD: 2 }, share)).toBe('50 % EUR · 200 % USD');
  expect(sharesIn(undefined, share)).toBe('–');
});

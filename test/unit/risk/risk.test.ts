import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRights } from '../../../shared/core/actor.ts';
import { dateAfter } from '../../../shared/core/local-day.ts';
import { featuresOn } from '../../../shared/risk/features.ts';
import { nextContact } from '../../../shared/risk/next-contact.ts';
import { type Around, reckonedRisk } from '../../../shared/risk/reckon-risk.ts';
import { riskSk } from '../../../shared/risk/risk.ts';
import { riskFor } from '../../../shared/risk/risk-shown.ts';
import { contactId } from '../../fixtures/ids.ts';
import { bought } from '../../fixtures/purchases.ts';

const today = '2026-11-23'; // a Monday
const now = `${today}T09:00:00.000Z`;
const ago = (days: number) => dateAfter(today, -days);
const every = (gap: number, times: number, since: number) =>
  Array.from({ length: times }, (_, n) => ago(since + n * gap));
const around = (over: Partial<Around>): Around => ({
  id: contactId,
  purchases: bought(every(40, 6, 20)),
  pressingTickets: 0,
  now,
  ...over,
});
const riskAt = (over: Partial<Around>) => reckonedRisk(around(over));
const codes = (over: Partial<Around>) => riskAt(over).reasons.map(({ code }) => code);

describe('the risk that a customer leaves', () => {
  it('counts by their own rhythm: who is as late as never before is nearer to leaving than who always took that long', () => {
    const [late, usual] = [bought(every(20, 5, 100)), bought(every(100, 5, 100))];
    expect(riskAt({ purchases: late }).risk).toBeGreaterThan(Number(riskAt({ purchases: usual }).risk));
    expect(riskAt({ purchases: late }).reasons).toContainEqual(
      expect.objectContaining({ code: 'late', on: ago(100), everyDays: 20 }),
    );
  });

  it.each([
    ['an open ticket of high priority', 'tickets', { pressingTickets: 1 }],
    ['a bad rating', 'rating', { lastRating: 1 }],
    ['that nothing was heard of them', 'silent', { lastActivityAt: `${ago(200)}T10:00:00.000Z` }],
  ])('grows by %s, and says so', (_, code, over) => {
    const before = riskAt({});
    const after = riskAt(over);
    expect(after.risk).toBeGreaterThan(Number(before.risk));
    expect(after.reasons).toContainEqual(expect.objectContaining({ code }));
    expect(codes({})).not.toContain(code);
  });

  it('grows where somebody spends less than they used to', () => {
    const days = every(30, 14, 10);
    const [same, less] = [bought(days), bought(days, [500, 500, 500, 500, 500, 500])];
    expect(riskAt({ purchases: less }).risk).toBeGreaterThan(Number(riskAt({ purchases: same }).risk));
    expect(codes({ purchases: less })).toContain('spending');
  });

  it('is looked at again when it comes to another band, and at the latest in a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 300 }), (orders, since) => {
        const purchases = bought(every(25, orders, since));
        const { lookAt = '', riskBand } = riskAt({ purchases });
        expect(lookAt > now).toBe(true);
        expect(lookAt <= `${dateAfter(today, 8)}`).toBe(true);
        const before = dateAfter(lookAt.slice(0, 10), -1);
        if (before > today)
          expect(riskAt({ purchases, now: `${before}T09:00:00.000Z` }).riskBand).toBe(riskBand);
      }),
    );
  });

  it('is none of whom nothing was bought by, and waits for the day of an order that is to come', () => {
    expect(riskAt({ purchases: bought([]) })).toEqual({ reasons: [] });
    const { risk, lookAt } = riskAt({ purchases: bought([dateAfter(today, 3)]) });
    expect(risk).toBeUndefined();
    expect(lookAt?.slice(0, 10)).toBe(dateAfter(today, 1));
  });
});

it('says of who has ordered for a day to come what it said before', () => {
  const days = every(40, 4, 90);
  const { lookAt: _, ...before } = riskAt({ purchases: bought(days) });
  expect(riskAt({ purchases: bought([...days, dateAfter(today, 20)]) })).toMatchObject(before);
});

it('shows no day that is over, nor in its place one on which they are not best spoken to', () => {
  const saturday = '2026-11-28';
  const shownOn = (day: string, days: string[]) => {
    const { lookAt: _, ...stored } = riskAt({ purchases: bought(days) });
    const item = { pk: '', sk: riskSk, version: 1, ...stored };
    return riskFor({ id: '', rights: allRights }, {}, [item], day)?.nextContactOn;
  };
  const late = every(40, 4, 90);
  expect([shownOn(today, late), shownOn(saturday, late)]).toEqual([today, '2026-11-30']);
  const lateOnThursdays = every(14, 6, 46); // the last of them on the 8th of October
  expect(shownOn(saturday, lateOnThursdays)).toBe('2026-12-03');
});

describe('what is known of buying on a day', () => {
  it('is as if nothing had been ordered after it', () => {
    const day = fc.integer({ min: 0, max: 400 }).map(ago);
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 20 }), day, (days, on) => {
        const known = days.filter((one) => one <= on);
        expect(featuresOn(bought(days), on)).toEqual(featuresOn(bought(known), on));
        expect(featuresOn(bought(days), on) === undefined).toBe(known.length === 0);
      }),
    );
  });
});

describe('the next day to speak to a customer', () => {
  const next = (days: string[], touched?: string) =>
    nextContact(bought(days), touched && `${touched}T10:00:00.000Z`, today);

  it('lies before the next order is due by their rhythm', () => {
    expect(next(every(40, 4, 10))).toMatchObject({
      nextContactOn: '2026-12-16', // 40 days after the last order, less 7
      nextContactWhy: { code: 'rhythm', on: ago(10), everyDays: 40 },
    });
  });

  it('is today for who is later than that, and not again where one of ours just spoke with them', () => {
    expect(next(every(40, 4, 90))).toMatchObject({
      nextContactOn: today,
      nextContactWhy: { code: 'overdue' },
    });
    expect(next(every(40, 4, 90), ago(2))).toMatchObject({
      nextContactOn: '2026-12-11',
      nextContactWhy: { code: 'touched', on: ago(2) },
    });
  });

  it('is two weeks after a first order', () => {
    expect(next([ago(5)])).toMatchObject({
      nextContactOn: '2026-12-02',
      nextContactWhy: { code: 'first_order' },
    });
  });

  it('is the day of the week on which they mostly order', () => {
    const thursdays = every(14, 6, 4);
    expect(next(thursdays)).toMatchObject({
      nextContactOn: '2026-12-03',
      nextContactWhy: { weekday: 'thursday' },
    });
  });

  it('is never in the past, and never a weekend on which they do not order', () => {
    const day = fc.integer({ min: 0, max: 700 }).map(ago);
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 4 }), fc.option(day), (days, touched) => {
        const { nextContactOn = '' } = next(days, touched ?? undefined) ?? {};
        expect(nextContactOn >= today).toBe(true);
        expect([0, 6]).not.toContain(new Date(nextContactOn).getUTCDay());
      }),
    );
    expect(next([])).toBeUndefined();
  });
});

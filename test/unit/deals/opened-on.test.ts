import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeal, Deal, patchDeal } from '../../../shared/deals/deal.ts';
import { moveDeal } from '../../../shared/deals/move-deal.ts';
import { openedOnOf } from '../../../shared/deals/opened-on.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { monday, noon } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aContext } from '../../helpers/context.ts';

const pipeline = aPipeline();
const by = aContext();
const make = (given: object) =>
  createDeal({ name: 'Refit', ...given }, { pipeline, currency: 'EUR' }, by).after;
const tooLate = expect.objectContaining({
  kind: 'invalid',
  code: 'validation_failed',
  more: { errors: [expect.objectContaining({ pointer: '/openedOn', code: 'opened_too_late' })] },
});
const dayMs = 86_400_000;
const dayAfter = (at: string, days: number) =>
  new Date(Date.parse(at) + days * dayMs).toISOString().slice(0, 10);

describe('the day on which a sale began', () => {
  it('is kept as it is said, of a new deal and of one that is there, and may be cleared', () => {
    const made = make({ openedOn: '2025-01-31' });
    expect(made.openedOn).toBe('2025-01-31');
    expect(patchDeal(made, { openedOn: '2025-02-01' }, pipeline, by).after.openedOn).toBe('2025-02-01');
    expect(patchDeal(made, { openedOn: null }, pipeline, by).after).not.toHaveProperty('openedOn');
  });

  it('is not behind the end of the sale, nor behind today', () => {
    const ended = { stageId: 'lost', lostReason: 'Price', closedAt: monday };
    expect(make({ ...ended, openedOn: dayAfter(monday, 0) }).openedOn).toBe(dayAfter(monday, 0));
    expect(() => make({ ...ended, openedOn: dayAfter(monday, 2) })).toThrow(tooLate);
    expect(() => make({ openedOn: dayAfter(noon, 2) })).toThrow(tooLate);
    const won = aDeal({ stageId: 'won', status: 'won', closedAt: monday });
    expect(() => patchDeal(won, { openedOn: dayAfter(monday, 2) }, pipeline, by)).toThrow(tooLate);
  });

  it('is today’s anywhere on earth: in Auckland it is tomorrow already', () => {
    const evening = aContext({ now: '2026-11-22T20:00:00.000Z' });
    const deal = createDeal(
      { name: 'Refit', openedOn: '2026-11-23' },
      { pipeline, currency: 'EUR' },
      evening,
    ).after;
    const lost = moveDeal(deal, { stageId: 'lost', lostReason: 'Price' }, pipeline, evening);
    expect(lost?.after.status).toBe('lost');
  });

  it('is, where nobody said it, the day on which it was written, and never one behind its end', () => {
    const createdAt = '2026-11-22T12:00:00.000Z';
    expect(openedOnOf({ createdAt })).toBe('2026-11-22');
    expect(openedOnOf({ createdAt, openedOn: '2026-01-01' })).toBe('2026-01-01');
    expect(openedOnOf({ createdAt, closedAt: '2025-03-01T12:00:00.000Z' })).toBe('2025-03-01');
    expect(openedOnOf({ createdAt, openedOn: '2025-03-02', closedAt: '2025-03-01T23:00:00.000Z' })).toBe(
      '2025-03-01',
    );
  });

  it('is never behind the end of any deal', () => {
    const at = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(at, at, fc.option(at), (created, closed, opened) => {
        const openedOn = opened?.toISOString().slice(0, 10);
        const began = openedOnOf({
          createdAt: created.toISOString(),
          closedAt: closed.toISOString(),
          openedOn,
        });
        expect(began <= closed.toISOString().slice(0, 10)).toBe(true);
      }),
    );
  });
});

describe('a deal that was written before there were these fields', () => {
  it('is read as it was', () => {
    const { openedOn: _, leadSource: __, campaign: ___, ...old } = aDeal();
    expect(Deal.parse(old)).toEqual(old);
  });
});

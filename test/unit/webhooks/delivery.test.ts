import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterAttempt,
  bodyOf,
  Delivery,
  deliveryId,
  newDelivery,
  redelivered,
  stepFor,
  verdictOn,
  wayOf,
} from '../../../shared/webhooks/delivery.ts';
import { acme, dealId, noon } from '../../fixtures/ids.ts';

const webhookId = 'wh_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const happened = { workspaceId: acme, eventId: 'ch_1.0', type: 'deal.moved', at: noon, data: { dealId } };
const made = newDelivery(webhookId, happened, noon);
const day = 86_400_000;

test('the same event for the same webhook is one delivery; another webhook’s, or another event, is another', () => {
  expect(Delivery.parse(made).id).toBe(newDelivery(webhookId, happened, '2026-11-23T00:00:00.000Z').id);
  expect(deliveryId(webhookId, 'ch_1.1', noon)).not.toBe(made.id);
  expect(deliveryId(`${webhookId.slice(0, -1)}D`, 'ch_1.0', noon)).not.toBe(made.id);
});

test('deliveries sort by when the event happened', () =>
  expect(deliveryId(webhookId, 'a', '2026-11-22T11:59:59.999Z') < deliveryId(webhookId, 'a', noon)).toBe(
    true,
  ));

test.each([
  [{ status: 200 }, 'delivered'],
  [{ status: 204 }, 'delivered'],
  [{ status: 301 }, 'refused'],
  [{ status: 400 }, 'refused'],
  [{ status: 404 }, 'refused'],
  [{ status: 408 }, 'again'],
  [{ status: 410 }, 'gone'],
  [{ status: 425 }, 'again'],
  [{ status: 429 }, 'again'],
  [{ status: 500 }, 'again'],
  [{ status: 599 }, 'again'],
  [{ error: 'timeout' }, 'again'],
  [{ error: 'host_unknown' }, 'again'],
  [{ error: 'webhook_url_refused' }, 'refused'],
])('%j is %s', (outcome, verdict) => expect(verdictOn(outcome)).toBe(verdict));

test('whatever a target answers, a delivery settles within a day, its attempts grow apart, and none is planned before the last', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          ms: fc.integer({ min: 0, max: 10_000 }),
          status: fc.constantFrom(500, 503, 429, 408),
          retryAfterS: fc.integer({ min: 0, max: 100_000 }),
        }),
        { minLength: 60, maxLength: 60 },
      ),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (outcomes, random) => {
        let delivery = made;
        let now = noon;
        for (const outcome of outcomes) {
          if (delivery.status === 'failed') break;
          const before = now;
          delivery = afterAttempt(delivery, outcome, now, random);
          now = delivery.nextAttemptAt ?? now;
          if (delivery.status === 'retrying')
            expect(Date.parse(now) - Date.parse(before)).toBeGreaterThanOrEqual(4000);
        }
        expect(delivery).toMatchObject({ status: 'failed', reason: 'gave_up' });
        expect(Date.parse(now) - Date.parse(noon)).toBeLessThanOrEqual(day);
      },
    ),
  ));

test('an attempt that is far off is left to the due index, a near one to the queue', () => {
  const retrying = (at: string): Delivery => ({ ...made, status: 'retrying', nextAttemptAt: at });
  expect(wayOf(made, noon)).toEqual({ delayS: 0 });
  expect(wayOf(retrying('2026-11-22T12:15:00.000Z'), noon)).toEqual({ delayS: 900 });
  expect(wayOf(retrying('2026-11-22T12:15:00.001Z'), noon)).toEqual({ dueAt: '2026-11-22T12:15:00.001Z' });
  expect(wayOf(retrying('2026-11-22T11:00:00.000Z'), noon)).toEqual({ delayS: 0 });
});

describe('a message', () => {
  const tried: Delivery = { ...made, status: 'retrying', attemptCount: 2 };
  test.each([
    [tried, 3, 'post'],
    [tried, 2, 'requeue'],
    [tried, 1, 'nothing'],
    [tried, 4, 'nothing'],
    [{ ...tried, status: 'delivered' as const }, 3, 'nothing'],
    [{ ...tried, status: 'failed' as const }, 3, 'nothing'],
    [made, 1, 'post'],
  ])('%# asks for what is left to do', (delivery, attempt, step) =>
    expect(stepFor(delivery, attempt)).toBe(step),
  );
});

test('what is redelivered is tried for a day once more, and keeps what was tried before', () => {
  const failed: Delivery = {
    ...made,
    status: 'failed',
    reason: 'gave_up',
    attemptCount: 13,
    attempts: [{ at: noon, ms: 1, status: 500 }],
  };
  const again = redelivered(failed, '2026-11-25T12:00:00.000Z');
  expect(again).toMatchObject({
    id: made.id,
    status: 'pending',
    roundFrom: 13,
    until: '2026-11-26T12:00:00.000Z',
  });
  expect(again).not.toHaveProperty('reason');
  const next = afterAttempt(again, { ms: 1, status: 500 }, '2026-11-25T12:00:00.000Z', 0.5);
  expect(next.nextAttemptAt).toBe('2026-11-25T12:00:05.001Z');
  expect(() => redelivered(next, noon)).toThrow(expect.objectContaining({ code: 'delivery_not_settled' }));
});

test('the body is the same in whatever order the table gives the fields', () => {
  const one = { ...made, data: { a: 1, b: { c: 2, d: 3 } } };
  const other = { ...made, data: { b: { d: 3, c: 2 }, a: 1 } };
  expect(bodyOf(one)).toBe(bodyOf(other));
});

import { expect, it } from 'vitest';
import { isStale, isUsedUp, type SendQuota } from '../../../shared/platform/ses-rate.ts';

const quota = (over: Partial<SendQuota> = {}): SendQuota => ({
  at: 0,
  perSecond: 10,
  perDay: 1000,
  sentInDay: 0,
  ...over,
});

it('SES is asked for its quota every five minutes, and sooner only where it might be used up by then', () => {
  const roomy = quota({ perDay: 50_000 });
  expect([isStale(roomy, 299_999), isStale(roomy, 300_000)]).toEqual([false, true]);
  const tight = quota({ sentInDay: 900 });
  expect([isStale(tight, 9000), isStale(tight, 10_000)]).toEqual([false, true]);
  expect(isStale(quota({ sentInDay: 1000 }), 4999)).toBe(false); // and not more than once in five seconds
});

it('all that could have been sent since counts as sent', () => {
  expect(isUsedUp(quota({ sentInDay: 900 }), 9000)).toBe(false);
  expect(isUsedUp(quota({ sentInDay: 900 }), 9001)).toBe(true);
  expect(isUsedUp(quota({ sentInDay: 1000 }), 0)).toBe(true);
});

it('an account without a limit is never used up', () => {
  const free = quota({ perDay: -1, sentInDay: 1e9 });
  expect([isUsedUp(free, 200_000), isStale(free, 200_000)]).toEqual([false, false]);
});

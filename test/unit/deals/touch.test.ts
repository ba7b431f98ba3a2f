import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DealClock, idleBase } from '../../../shared/deals/idle.ts';
import { released, type Touch, touched, touchOfActivity, touchOfTask } from '../../../shared/deals/touch.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { noon } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T09:00:00.000Z`;
const fresh: DealClock = { version: 0, planned: {} };
const berlin = 'Europe/Berlin';

describe('touchOfActivity', () => {
  const { id } = anActivity();
  it('says that it happened', () => {
    expect(touchOfActivity(anActivity({ at: day(3), updatedAt: day(3) }))).toEqual({
      id,
      kind: 'call',
      happenedAt: day(3),
    });
  });
  it('says that it is planned where it lay ahead when it was written', () => {
    const meeting = anActivity({ kind: 'meeting', at: day(9), updatedAt: day(3) });
    expect(touchOfActivity(meeting)).toEqual({ id, kind: 'meeting', planned: { at: day(9), resets: true } });
  });
  it.each(['past', 'ahead'])('lets a page view be no activity of a deal, with its moment %s', (when) => {
    const view = anActivity({ kind: 'page_view', at: day(when === 'past' ? 3 : 9), updatedAt: day(5) });
    const clock = { ...fresh, last: { at: day(1), kind: 'call', id: 'c1' } };
    expect(touched(clock, touchOfActivity(view))).toBe(clock);
  });
  it('writes every moment alike, for they are compared as text', () => {
    const { happenedAt } = touchOfActivity(anActivity({ at: '2026-11-03T09:00:00Z', updatedAt: noon }));
    expect(happenedAt).toBe('2026-11-03T09:00:00.000Z');
  });
});

describe('touchOfTask', () => {
  const { id } = aTask();
  const nothing = { id, kind: 'task' };
  it.each([
    [
      'a task of a person suspends until its day is over there',
      aTask({ dueOn: '2026-11-24' }),
      { planned: { at: '2026-11-24T23:00:00.000Z', resets: false } },
    ],
    ['a task without a date plans nothing', aTask({ dueOn: undefined }), {}],
    ['the task that idleness made plans nothing', aTask({ origin: 'idle_deal' }), {}],
    [
      'a task that is done happened when it was done',
      aTask({ status: 'done', completedAt: noon }),
      { happenedAt: noon },
    ],
    [
      'the task that idleness made happened when it was done',
      aTask({ origin: 'idle_deal', status: 'done', completedAt: noon }),
      { happenedAt: noon },
    ],
  ])('%s', (_, task, says) => {
    expect(touchOfTask(task, berlin)).toEqual({ ...nothing, ...says });
  });
});

describe('touched', () => {
  const call = (n: number, id = `c${n}`): Touch => ({ id, kind: 'call', happenedAt: day(n) });
  const plan = (n: number, id = `p${n}`): Touch => ({
    id,
    kind: 'meeting',
    planned: { at: day(n), resets: true },
  });

  it('moves the last moment on, never back', () => {
    const at5 = touched(fresh, call(5));
    expect(at5).toMatchObject({ last: { at: day(5), kind: 'call', id: 'c5' }, version: 1 });
    expect(touched(at5, call(3))).toBe(at5);
    expect(touched(at5, call(7))).toMatchObject({ last: { at: day(7) }, version: 2 });
  });

  it('is the very same clock the second time', () => {
    for (const touch of [call(5), plan(9)]) {
      const once = touched(fresh, touch);
      expect(touched(once, touch)).toBe(once);
    }
  });

  it('lets the plan follow what it is a plan of', () => {
    const planned = touched(fresh, plan(9, 'm'));
    const later = touched(planned, plan(12, 'm'));
    expect(later.planned).toEqual({ m: { at: day(12), resets: true, kind: 'meeting' } });
    expect(touched(later, call(10, 'm'))).toMatchObject({ planned: {}, last: { at: day(10), id: 'm' } });
    expect(released(later, 'm')).toMatchObject({ planned: {}, last: undefined });
  });

  it('does not take from a clock what is no plan of it', () => {
    const planned = touched(fresh, plan(9));
    expect(released(planned, 'other')).toBe(planned);
  });

  it('keeps the name of the idleness that has its task', () => {
    expect(touched({ ...fresh, idleFor: day(1) }, call(5)).idleFor).toBe(day(1));
  });

  it('holds at most 50 plans, the latest', () => {
    const many = Array.from({ length: 60 }, (_, i) => plan(1 + (i % 28), `p${i}`));
    const clock = many.reduce(touched, touched(fresh, plan(30, 'latest')));
    expect(Object.keys(clock.planned)).toHaveLength(50);
    expect(idleBase(aDeal(), clock)).toBe(day(30));
  });

  it('comes to the same base of idleness in any order of touches, each any number of times', () => {
    const touch = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      n: fc.integer({ min: 1, max: 28 }),
      isPlan: fc.boolean(),
    });
    const touches = fc.uniqueArray(touch, { selector: ({ id }) => id, minLength: 1 });
    const shuffled = touches.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([all, order]) => {
        const of = ({ id, n, isPlan }: (typeof all)[number]) => (isPlan ? plan(n, id) : call(n, id));
        const clock = order.map(of).reduce(touched, fresh);
        const base = all
          .map(({ n }) => day(n))
          .toSorted()
          .at(-1);
        expect(idleBase({ stageEnteredAt: day(1) }, clock)).toBe(base);
      }),
    );
  });
});

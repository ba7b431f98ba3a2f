import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../shared/deals/deal.ts';
import { type DealClock, idleDueAt, isIdle } from '../../../shared/deals/idle.ts';
import { defaultStages } from '../../../shared/deals/pipeline.ts';
import { aDeal } from '../../fixtures/deal.ts';

/** November's days, at nine o'clock. */
const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T09:00:00.000Z`;
const stage = defaultStages[0]; // three idle days
const call = (n: number) => ({ at: day(n), kind: 'call', id: 'ac_1' });
const meeting = (n: number) => ({ at: day(n), kind: 'meeting', resets: true });
const task = (n: number) => ({ at: day(n), kind: 'task', resets: false });
const clock = (over: Partial<DealClock>): DealClock => ({ version: 1, planned: {}, ...over });
const deal = (over: Partial<Deal> = {}) => aDeal({ stageEnteredAt: day(1), ...over });

type Case = { of: string; deal?: Partial<Deal>; clock?: Partial<DealClock>; due: number | undefined };
const cases: Case[] = [
  { of: 'a deal that nothing has happened with, by its stage move', due: 4 },
  { of: 'a deal that was called, by the call', clock: { last: call(5) }, due: 8 },
  {
    of: 'a deal that moved after the call',
    clock: { last: call(5) },
    deal: { stageEnteredAt: day(7) },
    due: 10,
  },
  { of: 'a planned meeting, which counts as an activity', clock: { planned: { a: meeting(9) } }, due: 12 },
  { of: 'the later of two meetings', clock: { planned: { a: meeting(20), b: meeting(9) } }, due: 23 },
  {
    of: 'a meeting that was planned before the last call',
    clock: { last: call(10), planned: { a: meeting(9) } },
    due: 13,
  },
  { of: 'a planned task, which only suspends', clock: { planned: { a: task(9) } }, due: 9 },
  {
    of: 'a planned task that is over earlier than the idle days',
    clock: { planned: { a: task(2) } },
    due: 4,
  },
  {
    of: 'a task and a meeting, whichever suspends longer',
    clock: { planned: { a: task(20), b: meeting(9) } },
    due: 20,
  },
  { of: 'an idleness that has its task', clock: { last: call(5), idleFor: day(5) }, due: undefined },
  {
    of: 'an activity after the idleness that had its task',
    clock: { last: call(8), idleFor: day(5) },
    due: 11,
  },
  {
    of: 'a plan after the idleness that had its task',
    clock: { last: call(5), idleFor: day(5), planned: { a: meeting(12) } },
    due: 15,
  },
  {
    of: 'a plan that was given up after its idleness had its task',
    clock: { last: call(5), idleFor: day(9) },
    due: undefined,
  },
  {
    of: 'a task planned in an idleness that has its task',
    clock: { idleFor: day(1), planned: { a: task(9) } },
    due: undefined,
  },
  {
    of: 'a stage move after the idleness that had its task',
    clock: { idleFor: day(1) },
    deal: { stageEnteredAt: day(7) },
    due: 10,
  },
  { of: 'a won deal', deal: { status: 'won' }, due: undefined },
  { of: 'a lost deal', deal: { status: 'lost' }, due: undefined },
];

describe('idleDueAt', () => {
  it.each(cases)('counts $of: day $due', ({ deal: of, clock: with_, due }) => {
    expect(idleDueAt(deal(of), clock(with_ ?? {}), stage)).toBe(due && day(due));
  });

  it('is never where the stage has no idle days', () => {
    expect(
      idleDueAt(deal(), clock({}), { ...defaultStages[0], idleDays: undefined } as never),
    ).toBeUndefined();
  });

  it('is never in a stage that the pipeline has no more', () => {
    expect(idleDueAt(deal(), clock({}), undefined)).toBeUndefined();
  });

  it('counts whole days of 24 hours over the change of the clocks', () => {
    const moved = deal({ stageEnteredAt: '2026-10-24T09:00:00.000Z' });
    expect(idleDueAt(moved, clock({}), stage)).toBe('2026-10-27T09:00:00.000Z');
  });
});

describe('isIdle', () => {
  it('is true from the task on until something happens', () => {
    expect(isIdle(deal(), clock({}))).toBe(false);
    expect(isIdle(deal(), clock({ idleFor: day(1) }))).toBe(true);
    expect(isIdle(deal(), clock({ idleFor: day(1), last: call(2) }))).toBe(false);
    expect(isIdle(deal({ status: 'won' }), clock({ idleFor: day(1) }))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../shared/core/errors.ts';
import { assertSound, Definition } from '../../../shared/rules/definition.ts';
import { presetsAsLive } from '../../../shared/rules/presets.ts';
import { idOfStep, longestChain, loopIn, runId } from '../../../shared/rules/run.ts';
import { firstStep, stepAfter, stepInto } from '../../../shared/rules/walk.ts';

const trigger = { on: 'event', events: ['contact.created'] };
const stop = (id: string) => ({ id, do: 'stop' });
const branch = (id: string, yes: object[], no: object[] = []) => ({
  id,
  do: 'branch',
  if: { lifecycle: 'lead' },
  yes,
  no,
});
const defined = (...steps: object[]) => Definition.parse({ trigger, steps });
const faults = (...steps: object[]) => {
  try {
    assertSound(defined(...steps), '/draft');
    return [];
  } catch (error) {
    return (error as AppError).more.errors?.map(({ pointer, code }) => [pointer, code]);
  }
};

describe('a definition', () => {
  it('has steps in steps, five deep', () => {
    const nested = (depth: number): object =>
      depth === 1 ? stop('s1') : branch(`s${depth}`, [nested(depth - 1)]);
    expect(faults(nested(5))).toEqual([]);
    expect(faults(nested(6))).toEqual([['/draft/steps/0/yes/0/yes/0/yes/0/yes/0/yes/0', 'too_deep']]);
  });

  it('names a step once, wherever it stands', () => {
    expect(faults(stop('a'), branch('b', [], [stop('a')]))).toEqual([
      ['/draft/steps/1/no/0/id', 'duplicate'],
    ]);
  });

  it('has at most fifty steps in all', () => {
    const steps = Array.from({ length: 25 }, (_, n) => stop(`s${n}`));
    const more = steps.map(({ id }) => stop(`m${id}`));
    expect(faults(...steps, branch('b', more.slice(1)))).toEqual([]);
    expect(faults(...steps, branch('b', more))).toEqual([['/draft/steps', 'too_big']]);
  });

  it('waits for a time, or until something holds and no longer than that', () => {
    const wait = (said: object) => faults({ id: 'w', do: 'wait', ...said });
    expect(wait({ for: '3d' })).toEqual([]);
    expect(wait({ until: { lifecycle: 'customer' }, atMost: '7d' })).toEqual([]);
    expect(wait({ until: { lifecycle: 'customer' } })).toEqual([['/draft/steps/0', 'invalid']]);
    expect(wait({ for: '3d', atMost: '7d' })).toEqual([['/draft/steps/0', 'invalid']]);
    expect(() => wait({ for: '400d' })).toThrow();
    expect(() => wait({ for: '3m' })).toThrow();
  });

  it.each(['contact.deleted', 'contact.purged', 'segment.entered', 'file.uploaded', 'mail.queued'])(
    'does not begin with %s',
    (event) => {
      const parsed = Definition.safeParse({ trigger: { on: 'event', events: [event] }, steps: [] });
      expect(parsed.success).toBe(false);
    },
  );
});

describe('a walk', () => {
  const whole = defined(
    stop('a'),
    branch('b', [branch('c', [stop('d')], [stop('e'), stop('f')]), stop('g')]),
    stop('h'),
  );
  it('goes from the end of a branch to what comes behind it', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    expect(all.map((id) => stepAfter(whole, id))).toEqual(['b', 'h', 'g', 'g', 'f', 'g', 'h', undefined]);
    expect(firstStep(whole)).toBe('a');
  });

  it('takes one side of a branch, and passes by an empty one', () => {
    const [, b] = whole.steps;
    if (b?.do !== 'branch') throw new Error('No branch');
    const [c] = b.yes;
    if (!c) throw new Error('No branch in it');
    expect([true, false].map((holds) => stepInto(whole, b, holds))).toEqual(['c', 'h']);
    expect([true, false].map((holds) => stepInto(whole, c, holds))).toEqual(['d', 'e']);
  });
});

describe('a chain of rules', () => {
  const link = (n: number) => ({ ruleId: `rule ${n}`, recordId: 'record' });
  const next = (n: number, recordId = 'record', isNew = false) => ({ ruleId: `rule ${n}`, recordId, isNew });
  it('never comes by the same rule for the same record again, nor for one that it made', () => {
    const chain = [link(1), link(2)];
    expect(loopIn(chain, next(1))).toBe('loop');
    expect(loopIn(chain, next(1, 'another'))).toBeUndefined();
    expect(loopIn(chain, next(1, 'another', true))).toBe('loop');
    expect(loopIn(chain, next(3, 'another', true))).toBeUndefined();
  });

  it('is no longer than ten', () => {
    const chain = Array.from({ length: longestChain }, (_, n) => link(n));
    expect(loopIn(chain, next(99))).toBe('chain_too_long');
    expect(loopIn(chain.slice(1), next(99))).toBeUndefined();
  });
});

it('gives a run of an event one id, which sorts by the event', () => {
  const at = '2026-11-22T12:00:00.000Z';
  const event = { id: 'ch_1.0', at };
  expect(runId('ru_1', event)).toBe(runId('ru_1', event));
  expect(runId('ru_1', event)).not.toBe(runId('ru_1', { ...event, id: 'ch_1.1' }));
  expect(runId('ru_1', event)).toMatch(/^rr_[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(runId('ru_1', event) < runId('ru_1', { ...event, at: '2026-11-22T12:00:00.001Z' })).toBe(true);
});

it('names runs, what their steps make and ready-made rules as those that are stored already', () => {
  const run = runId('ru_1', { id: 'ch_1.0', at: '2026-11-22T12:00:00.000Z' });
  expect(run).toBe('rr_01M81J18G02NBQSFJY2MK0H1J5');
  expect(idOfStep('task', run, 'one')).toBe('tk_01M81J18G0SFZDKKEACDYADSZW');
  const [welcome] = presetsAsLive('ws_1').rules;
  expect(welcome?.id).toBe('ru_0RA2G0VQWEQXPK6DRD4FWBBVK2');
});

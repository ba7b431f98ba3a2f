import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLater, gaps, type State, type Step, type Undoable, undo } from '../../../shared/audit/as-of.ts';
import { mergePatch } from '../../../shared/core/patch.ts';
import { fieldChanges } from '../../../shared/core/record.ts';

const start = Date.parse('2026-03-01T00:00:00.000Z');
const moment = (seconds: number) => new Date(start + seconds * 1000).toISOString();

const value = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.oneof(fc.string(), fc.constant(null)), {
    noNullPrototype: true,
    maxKeys: 3,
  }),
);
const patch = fc.dictionary(fc.constantFrom('name', 'note', 'tags', 'custom', 'constructor'), value, {
  noNullPrototype: true,
});
/** Patches, each some seconds after the one before it. */
const patchesWith = (min: number) =>
  fc.array(fc.record({ patch, seconds: fc.integer({ min, max: 5 }) }), { maxLength: 20 });
const patches = patchesWith(-2); // a clock may go back

type Moment = { state: State; step: Step; change: Undoable };
/** What the store does: a change item says the fields before and after, as JSON keeps them. */
function history(given: { patch: object; seconds: number }[]): Moment[] {
  let state: State = { name: 'first', version: 1 };
  let clock = 10;
  const kept = (fields: object) => JSON.parse(JSON.stringify(fields));
  const made = { version: 1, kind: 'created' as const };
  const all: Moment[] = [
    { state, step: { id: 'ch_1', at: moment(clock), ...made }, change: { ...made, fields: {} } },
  ];
  for (const { patch: fields, seconds } of given) {
    const after: State = { ...mergePatch(state, fields), version: state.version + 1 };
    clock += seconds;
    const { version } = after;
    const change = { version, kind: 'updated' as const, fields: kept(fieldChanges(state, after)) };
    all.push({
      state: after,
      step: { id: `ch_${version}`, at: moment(clock), version, kind: 'updated' },
      change,
    });
    state = after;
  }
  return all;
}
/** The moment that stood then, told forwards: the last before the first that came later. */
function stoodAt(all: Moment[], instant: string): State | undefined {
  const next = all.findIndex(({ step }) => step.at > instant);
  return (next < 0 ? all.at(-1) : all[next - 1])?.state;
}
const stepsOf = (all: Moment[]) => all.map(({ step }) => step);

describe('undoing changes', () => {
  it('gives every moment’s state as it was, for any patches and clocks', () => {
    fc.assert(
      fc.property(patches, fc.integer({ min: 0, max: 120 }), (given, seconds) => {
        const all = history(given);
        const now = all.at(-1)?.state as State;
        const instant = moment(seconds);
        const first = firstLater(stepsOf(all), now.version, instant) ?? now.version + 1;
        const later = all.filter(({ change }) => change.version >= first).map(({ change }) => change);
        expect(undo(now, later)).toEqual(stoodAt(all, instant));
      }),
      { numRuns: 500 },
    );
  });

  it('ignores what was written after the record was read', () => {
    fc.assert(
      fc.property(patches, fc.nat(), fc.integer({ min: 0, max: 120 }), (given, at, seconds) => {
        const all = history(given);
        const read = all[at % all.length] as Moment;
        const instant = moment(seconds);
        const known = all.slice(0, all.indexOf(read) + 1);
        const current = read.state.version;
        expect(firstLater(stepsOf(all), current, instant)).toBe(firstLater(stepsOf(known), current, instant));
        expect(gaps(stepsOf(all), current, instant)).toEqual([]);
      }),
    );
  });

  it('never answers over a missing change', () => {
    const all = history([
      { patch: { name: 'b' }, seconds: 1 },
      { patch: { name: 'c' }, seconds: 1 },
    ]);
    const now = all.at(-1)?.state as State;
    const changes = all.map(({ change }) => change);
    expect(() =>
      undo(
        now,
        changes.filter(({ version }) => version !== 2),
      ),
    ).toThrow();
    expect(() =>
      undo(
        now,
        changes.filter(({ version }) => version !== 3),
      ),
    ).toThrow();
  });

  it('goes back behind a deletion, where the record was made again', () => {
    const base = { id: 'x' };
    const changes: Undoable[] = [
      { version: 5, kind: 'updated', fields: { name: { before: 'c', after: 'd' } } },
      { version: 4, kind: 'created', fields: {} },
      { version: 3, kind: 'deleted', fields: { name: { before: 'b' } }, base },
      { version: 2, kind: 'updated', fields: { name: { before: 'a', after: 'b' } } },
    ];
    const now = { name: 'd', id: 'x', version: 5 };
    expect(undo(now, changes.slice(0, 1))).toEqual({ name: 'c', id: 'x', version: 4 });
    expect(undo(now, changes.slice(0, 2))).toBeUndefined();
    expect(undo(now, changes.slice(0, 3))).toEqual({ name: 'b', id: 'x', version: 2 });
    expect(undo(now, changes)).toEqual({ name: 'a', id: 'x', version: 1 });
  });

  it('brings back a field that was cleared and takes away one that was set', () => {
    const fields = { gone: { before: 1 }, come: { after: 2 } };
    const before = undo({ come: 2, kept: 3, version: 5 }, [{ version: 5, kind: 'updated', fields }]);
    expect(before).toEqual({ gone: 1, kept: 3, version: 4 });
  });
});

describe('what must be known', () => {
  it('has a gap wherever a step of a version from then to now is missing', () => {
    fc.assert(
      fc.property(patchesWith(0), fc.integer({ min: 0, max: 120 }), fc.nat(), (given, seconds, lost) => {
        const all = history(given);
        const now = all.length;
        const instant = moment(seconds);
        const missing = (lost % now) + 1;
        const steps = stepsOf(all).filter(({ version }) => version !== missing);
        const stood = stoodAt(all, instant)?.version ?? 1;
        if (missing >= stood) expect(gaps(steps, now, instant)).toContain(missing);
        expect(gaps(stepsOf(all), now, instant)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing more where the record has not changed since', () => {
    const only: Step = { id: 'ch_9', at: moment(5), version: 9, kind: 'updated' };
    expect(gaps([only], 9, moment(5))).toEqual([]);
    expect(gaps([only], 9, moment(4))).toEqual([8]);
    expect(gaps([], 9, moment(9))).toEqual([9]);
  });
});

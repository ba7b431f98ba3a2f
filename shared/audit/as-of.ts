import type { ChangeKind, FieldChanges } from '../core/record.ts';

/** A change of a record as the log names it: which version it made, and when. */
export type Step = { id: string; at: string; version: number; kind: ChangeKind };
/** The same with what was before and after. `base`: of a deletion, what every record has and no change says. */
export type Undoable = { version: number; kind: Step['kind']; fields: FieldChanges; base?: object };
/** A record as plain fields. */
export type State = Record<string, unknown> & { version: number };

/**
 * The oldest version that is later than the instant; undefined where the record has not changed since. A version counts as
 * made at the latest instant of all up to it: clocks differ a little, and what builds on a later change did not stand before it.
 */
export function firstLater(steps: readonly Step[], current: number, instant: string): number | undefined {
  const later = steps.filter(({ at, version }) => at > instant && version <= current);
  return later.length > 0 ? Math.min(...later.map(({ version }) => version)) : undefined;
}

/**
 * Versions that must be known to tell what stood at the instant, and are not: from the current one back to the one that stood
 * then (or to the making of the record), without a gap.
 */
export function gaps(steps: readonly Step[], current: number, instant: string): number[] {
  const known = new Map(steps.map((step) => [step.version, step]));
  const first = firstLater(steps, current, instant);
  const isMaking = first !== undefined && known.get(first)?.kind === 'created';
  const stood = first === undefined ? current : isMaking ? first : first - 1;
  const lowest = Math.min(stood, ...[...known.keys()].filter((version) => version <= current));
  return Array.from({ length: current - lowest + 1 }, (_, n) => lowest + n).filter(
    (version) => version > 0 && !known.has(version),
  );
}

function withBefore(state: object, fields: FieldChanges): Record<string, unknown> {
  const changed = Object.entries(fields);
  return Object.fromEntries([
    ...Object.entries(state).filter(([name]) => !Object.hasOwn(fields, name)),
    ...changed.flatMap(([name, { before }]) => (before === undefined ? [] : [[name, before]])),
  ]);
}

function before(state: State | undefined, { kind, fields, base, version }: Undoable): State | undefined {
  if (kind === 'created') return undefined;
  return { ...withBefore(state ?? {}, fields), ...base, version: version - 1 };
}

/**
 * The record as it was before these changes, undone from the last to the first; undefined where it was not there. What was
 * deleted and made again goes on behind its deletion. Throws where a change is missing between: what came out would be no
 * moment of the record's.
 */
export function undo(state: State, changes: readonly Undoable[]): State | undefined {
  let now: State | undefined = state;
  let { version } = state;
  for (const change of changes.toSorted((a, b) => b.version - a.version)) {
    if (change.version !== version) throw new Error(`Version ${version} is not ${change.version}`);
    now = before(now, change);
    version -= 1;
  }
  return now;
}

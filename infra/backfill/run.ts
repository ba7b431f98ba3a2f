import { nameOf, type Projections } from '../../shared/core/projection.ts';
import { tableName } from '../../shared/platform/dynamo.ts';
import { type ProjectionStore, projectionStore } from '../../shared/platform/projection-store.ts';
import { projector } from '../../shared/platform/projector.ts';
import { paced, patiently } from './patience.ts';
import { readDefinitions, readPage, writeDefinitions } from './table.ts';
import { areSame, type Definitions, placesOf, tokenOf } from './token.ts';
import { type Place, type Sums, walk } from './walk.ts';

export type Options = {
  say(line: string): void;
  /** How many parts of the table are walked at once. */
  segments?: number;
  /** Looks a second at most. */
  rate?: number;
  /** A token of a backfill that was cut off. */
  resume?: string | undefined;
  /** Looks at every record, whatever it was last looked at by. */
  all?: boolean;
  /** How often it is said how far it is. */
  everyMs?: number;
};
export type Outcome = Sums & { isNeeded: boolean };

const failuresSaid = 20;
const none: Sums = { seen: 0, looked: 0, failed: 0 };
const beginnings = (segments: number): Place[] => Array.from({ length: segments }, () => ({}));
const definitionsOf = (projections: Projections): Definitions =>
  Object.fromEntries(Object.entries(projections).map(([sk, { definition }]) => [sk, definition]));

/** Kinds of records that this code lists otherwise than the table was last brought to, each with both numbers. */
export async function changedKinds(projections: Projections): Promise<string[]> {
  const before = await readDefinitions();
  return Object.entries(definitionsOf(projections))
    .filter(([sk, definition]) => before[sk] !== definition)
    .map(([sk, definition]) => `${sk} ${before[sk] ?? 'never'} → ${definition}`);
}

/** Every now and then, and never twice within the time. */
function seldom(everyMs: number, tell: (sums: Sums, token: string) => void) {
  let last = Date.now();
  return (sums: Sums, token: () => string) => {
    if (Date.now() - last < everyMs) return;
    last = Date.now();
    tell(sums, token());
  };
}

/**
 * Brings every record's entries and counters in the table to what `projections` say today, and notes that in the table, so that the
 * next run ends at once. Prints a token from which to go on. Throws where the table refuses for minutes; records that
 * cannot be settled are counted and left, and then nothing is noted.
 */
export async function backfill(
  projections: Projections,
  { say, segments = 4, rate = 100, resume, all = false, everyMs = 5000 }: Options,
  store: ProjectionStore = projectionStore,
): Promise<Outcome> {
  const definitions = definitionsOf(projections);
  const table = tableName();
  const places = resume ? placesOf(resume, { table, definitions }) : beginnings(segments);
  if (!all && !resume && areSame(await readDefinitions(), definitions)) return { ...none, isNeeded: false };
  const settle = projector(store, projections);
  let told = 0;
  const progress = seldom(everyMs, ({ seen, looked }, token) =>
    say(`${seen} records, ${looked} looked at; to go on from here: --resume ${token}`),
  );
  const sums = await walk({
    ...{ projections, places, all, pace: paced(rate) },
    getAll: (keys) => patiently(() => store.getAll(keys)),
    settle: (keys) => patiently(() => settle(keys)),
    readPage: (...where) => patiently(() => readPage(...where)),
    onPage: (now, so) => progress(so, () => tokenOf({ table, definitions, places: now })),
    onFailed: ({ key, reason }) => {
      if (told++ < failuresSaid) say(`failed  ${nameOf(key).replace('\n', ' / ')}: ${reason}`);
    },
  });
  if (sums.failed === 0) await writeDefinitions(definitions);
  return { ...sums, isNeeded: true };
}

import {
  type Contribution,
  type Counters,
  difference,
  type Entry,
  type Item,
  type Key,
  moved,
  nameOf,
  type Projected,
  type Projections,
} from '../core/projection.ts';
import { contributionKey, contributionOf } from './contribution-item.ts';
import { besideKeys, borrowedKeys } from './projection-plan.ts';

/** One item that projections answer for, as text that is equal for equal content. */
export type Line = { kind: 'entry' | 'contribution'; name: string; text: string };
type World = {
  getAll: (keys: Key[]) => Promise<Map<string, Item>>;
  projections: Projections;
  /** The moment as which the records are looked at: the present where none is said. */
  now?: (() => Date) | undefined;
};

const recordsAtOnce = 100;
const none: Contribution = { entries: [], counters: {} };

const sorted = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const known = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    known.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, sorted(part)]),
  );
};
const textOf = (value: unknown) => JSON.stringify(sorted(value));

const entryLine = (entry: Entry): Line => ({ kind: 'entry', name: nameOf(entry), text: textOf(entry) });

/** A contribution that says nothing is as good as none. */
function contributionLine(key: Key, { entries, counters }: Contribution): Line[] {
  if (entries.length === 0 && Object.keys(counters).length === 0) return [];
  const said = [entries.map((held) => held.join('\n')).sort(), counters];
  return [{ kind: 'contribution', name: nameOf(key), text: textOf(said) }];
}

/** What a stored item is of all that projections answer for. */
export function storedLine(item: Item): Line | undefined {
  const { kind, ...entry } = item;
  if (kind === 'entry') return entryLine(entry as Entry);
  return item.sk === 'CONTRIBUTION' ? contributionLine(item, contributionOf(item))[0] : undefined;
}

export type Expectation = { lines: Line[]; counters: Counters };
function expectationOf(record: Item, projected: Projected): Expectation {
  const contribution = moved(none, difference(none, projected));
  const entries = new Map(projected.entries.map((entry) => [nameOf(entry), entry]));
  return {
    lines: [
      ...[...entries.values()].map(entryLine),
      ...contributionLine(contributionKey(record), contribution),
    ],
    counters: projected.counters,
  };
}

async function expectationsOf(
  records: Item[],
  { getAll, projections, now = () => new Date() }: World,
): Promise<Expectation[]> {
  const others = records.flatMap((record) => [
    ...besideKeys(record, projections[record.sk]),
    ...borrowedKeys(projections, record, record),
  ]);
  const borrowed = others.length > 0 ? await getAll(others) : new Map<string, Item>();
  return records.flatMap((record) => {
    const projected = projections[record.sk]?.project({ record, borrowed, now: now().toISOString() });
    return projected ? [expectationOf(record, projected)] : [];
  });
}

/** What every record among the items should have in the table; a few records at a time. Throws for one that cannot be projected. */
export async function* expectations(items: AsyncIterable<Item>, world: World): AsyncGenerator<Expectation> {
  let records: Item[] = [];
  for await (const item of items) {
    if (!Object.hasOwn(world.projections, item.sk)) continue;
    records.push(item);
    if (records.length < recordsAtOnce) continue;
    yield* await expectationsOf(records, world);
    records = [];
  }
  yield* await expectationsOf(records, world);
}

import { createHash } from 'node:crypto';
import { addTo, type Counters, gap, type Item, type Key, type Projections } from '../core/projection.ts';
import { groupOfSlot, sumsOf } from './projection-store.ts';
import { expectations, type Line, storedLine } from './recount-lines.ts';

export type Finding =
  | { kind: 'counter'; group: string; measure: string; stored: number; expected: number }
  | { kind: 'entry' | 'contribution'; key: string; problem: 'missing' | 'orphan' | 'stale' }
  /** More differs than was listed. */
  | { kind: 'more'; groups: number };
export type Recount = {
  /** Every item of the table, in any order; read twice where entries differ. */
  read: () => AsyncIterable<Item>;
  /** Consistent reads by key, for what projections borrow. */
  getAll: (keys: Key[]) => Promise<Map<string, Item>>;
  projections: Projections;
  /** The moment as which the records are looked at: the present where none is said. */
  now?: () => Date;
};

const buckets = 4096;
const bucketsListed = 64;
const bucketOf = (name: string) => createHash('sha256').update(name).digest().readUInt32BE() % buckets;
const hashOf = ({ name, text }: Line) =>
  createHash('sha256').update(`${name}\n${text}`).digest().readBigUInt64BE();

type Tally = { stored: Counters; expected: Counters; sums: BigUint64Array };

/** Sums both sides at once, in memory that does not grow with the records: entries only as a hash sum a bucket. */
async function tally({ read, ...world }: Recount): Promise<Tally> {
  const sums = new BigUint64Array(buckets); // adds modulo 2^64
  const add = (line: Line, sign: bigint) => {
    const bucket = bucketOf(line.name);
    sums[bucket] = (sums[bucket] ?? 0n) + sign * hashOf(line);
  };
  const stored: Counters = {};
  const expected: Counters = {};
  const watched = async function* () {
    for await (const item of read()) {
      if (item.kind === 'counter') addTo(stored, groupOfSlot(item), sumsOf([item]));
      const line = storedLine(item);
      if (line) add(line, -1n);
      yield item;
    }
  };
  for await (const { lines, counters } of expectations(watched(), world)) {
    for (const line of lines) add(line, 1n);
    for (const [group, measures] of Object.entries(counters)) addTo(expected, group, measures);
  }
  return { stored, expected, sums };
}

const counterFindings = ({ stored, expected }: Tally) =>
  Object.entries(gap(stored, expected)).flatMap(([group, measures]) =>
    Object.keys(measures).map(
      (measure): Finding => ({
        kind: 'counter',
        group,
        measure,
        stored: stored[group]?.[measure] ?? 0,
        expected: expected[group]?.[measure] ?? 0,
      }),
    ),
  );

/** Lists the lines that differ, holding only those of some of the buckets whose sums do. */
async function lineFindings({ read, ...world }: Recount, wanted: Set<number>): Promise<Finding[]> {
  const stored = new Map<string, Line>();
  const expected = new Map<string, Line>();
  const note = (side: Map<string, Line>, line: Line | undefined) => {
    if (line && wanted.has(bucketOf(line.name))) side.set(line.name, line);
  };
  const watched = async function* () {
    for await (const item of read()) {
      note(stored, storedLine(item));
      yield item;
    }
  };
  for await (const { lines } of expectations(watched(), world)) {
    for (const line of lines) note(expected, line);
  }
  return [...new Set([...stored.keys(), ...expected.keys()])].flatMap((name): Finding[] => {
    const [has, should] = [stored.get(name), expected.get(name)];
    if (has?.text === should?.text) return [];
    const problem = !has ? 'missing' : !should ? 'orphan' : 'stale';
    return [{ kind: (has ?? should)?.kind ?? 'entry', key: name, problem }];
  });
}

/**
 * What the table holds otherwise than its records say: counters, entries, and contributions, from which the next look
 * would start. Exact while nothing is written; an empty list is the only good answer.
 */
export async function recount(world: Recount): Promise<Finding[]> {
  const found = await tally(world);
  const differing = [...found.sums].flatMap((sum, bucket) => (sum === 0n ? [] : [bucket]));
  const listed = new Set(differing.slice(0, bucketsListed));
  const more = differing.length - listed.size;
  return [
    ...counterFindings(found),
    ...(listed.size > 0 ? await lineFindings(world, listed) : []),
    ...(more > 0 ? [{ kind: 'more' as const, groups: more }] : []),
  ];
}

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  difference,
  type Item,
  type Key,
  moved,
  nameOf,
  nothing,
  type Projection,
  type Projections,
} from '../core/projection.ts';
import {
  contributionKey,
  contributionOf,
  contributionPut,
  type StoredContribution,
} from './contribution-item.ts';
import { pause as sleep } from './pause.ts';
import { counterSlots, type ProjectionStore } from './projection-store.ts';
import { itemsOf, itemsPerTransaction, type Plan, pack } from './projection-transaction.ts';

const patience = 12;

export type Failure = { key: Key; reason: unknown };
type Outcome = { plan: Plan; loss: 0 | 1 | 2; reason?: unknown };
/** Makes the table hold what the projections say of these records. Keys that could not be settled come back. */
export type Settle = (keys: Key[]) => Promise<{ failed: Failure[] }>;
type Options = { now?: () => Date; pause?: (ms: number) => Promise<unknown> };
type Look = {
  key: Key;
  held: StoredContribution;
  projection: Projection;
  record: Item | undefined;
  read: Map<string, Item>;
};

const races = new Set(['None', 'ConditionalCheckFailed', 'TransactionConflict']);
const codesOf = ({ CancellationReasons = [] }: TransactionCanceledException) =>
  CancellationReasons.map(({ Code = 'None' }) => Code);

function projectionFor(projections: Projections, { sk }: Key, held: StoredContribution): Projection {
  const projection = projections[sk];
  if (!projection) throw new Error(`No projection for ${sk}`);
  if (held.definition > projection.definition) throw new Error(`${sk} is projected by newer code`);
  return projection;
}

const besideKeys = (key: Key, projection: Projection | undefined): Key[] =>
  (projection?.beside ?? []).map((sk) => ({ pk: key.pk, sk }));

/** A record that cannot be understood borrows nothing: planning its look then fails by the same error, and it alone. */
function borrowedKeys(projections: Projections, key: Key, record: Item | undefined): Key[] {
  try {
    return (record && projections[key.sk]?.borrows?.(record)) ?? [];
  } catch {
    return [];
  }
}

const absent = '-';
/** The versions of all that was looked at, and not of the record alone: what it borrows changes by itself. */
function versionsOf({ key, record, projection, read }: Look): string {
  if (!record) return '';
  const others = [...besideKeys(key, projection), ...(projection.borrows?.(record) ?? [])];
  return [record, ...others.map((other) => read.get(nameOf(other)))]
    .map((item) => item?.version ?? absent)
    .join('|');
}
/** What is absent may have come and gone since the last look, which no version tells. */
const isWhole = (versions: string) => versions !== '' && !versions.split('|').includes(absent);

/**
 * The next step for one record. A look that finds nothing to move is written too, unless these very versions were: it
 * shuts out a projector that looked earlier, saw a state that has since come and gone, and has yet to write it.
 */
function planOf(look: Look, now: Date): Plan | undefined {
  const { key, held, projection, record, read } = look;
  const { definition } = projection;
  const versions = versionsOf(look);
  const all = difference(held, record ? projection.project({ record, borrowed: read }) : nothing);
  const isSame = isWhole(versions) && held.versions === versions && held.definition === definition;
  if (all.length === 0 && isSame) return undefined;
  const moves = all.slice(0, itemsPerTransaction - 1);
  const put = contributionPut(key, held, { ...moved(held, moves), definition, versions }, now);
  const bytes = Buffer.byteLength(JSON.stringify(moves)) + put.Put.Item.body.length + 500;
  return { key, name: nameOf(key), moves, more: moves.length < all.length, put, bytes };
}

/**
 * A stream record only says which record to look at. Safe to run any number of times, at once in any number of places,
 * and to kill at any line. Throttling is thrown: it is not a race, and the caller's batch comes again.
 */
export function projector(store: ProjectionStore, projections: Projections, options: Options = {}): Settle {
  const { now = () => new Date(), pause = sleep } = options;

  /** A lost race weighs 2 for a record that a rival works on, which then goes alone, and 1 for those that went with it. */
  async function commitPlans(plans: Plan[], slot: number): Promise<Outcome[]> {
    try {
      await store.transact(itemsOf(plans, slot));
      return plans.map((plan) => ({ plan, loss: 0 }));
    } catch (error) {
      const codes = error instanceof TransactionCanceledException ? codesOf(error) : ['Unknown'];
      if (!codes.every((code) => races.has(code))) throw error;
      return plans.map((plan, i) => ({ plan, loss: (codes[i] ?? 'None') === 'None' ? 1 : 2, reason: error }));
    }
  }

  async function readBorrowed(keys: Key[], records: Map<string, Item>): Promise<Map<string, Item>> {
    const borrowed = keys.flatMap((key) => borrowedKeys(projections, key, records.get(nameOf(key))));
    return borrowed.length > 0 ? store.getAll(borrowed) : new Map();
  }

  async function look(keys: Key[]): Promise<{ plans: Plan[]; failed: Failure[] }> {
    // Contributions strictly before records. The guard then proves that no other projector has written since, so what is
    // read after the contribution is never older than what the contribution tells of.
    const contributions = await store.getAll(keys.map(contributionKey));
    const records = await store.getAll(keys.flatMap((key) => [key, ...besideKeys(key, projections[key.sk])]));
    const read = new Map([...records, ...(await readBorrowed(keys, records))]);
    const failed: Failure[] = [];
    const plans = keys.flatMap((key) => {
      try {
        const held = contributionOf(contributions.get(nameOf(contributionKey(key))));
        const projection = projectionFor(projections, key, held);
        return planOf({ key, held, projection, record: records.get(nameOf(key)), read }, now()) ?? [];
      } catch (reason) {
        failed.push({ key, reason }); // one bad record must not stop the others
        return [];
      }
    });
    return { plans, failed };
  }

  return async (keys) => {
    const losses = new Map<string, number>();
    const lossOf = ({ name }: Plan) => losses.get(name) ?? 0;
    const failed: Failure[] = [];
    let waiting = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
    while (waiting.length > 0) {
      const seen = await look(waiting);
      const batches = pack(seen.plans, (plan) => lossOf(plan) >= 2);
      // A slot per transaction, not per record: a batch's sums are one item a group, and rivals seldom meet.
      const first = Math.floor(Math.random() * counterSlots);
      const commits = batches.map((batch, i) => commitPlans(batch, (first + i) % counterSlots));
      const outcomes = (await Promise.all(commits)).flat();
      for (const { plan, loss } of outcomes) losses.set(plan.name, lossOf(plan) + loss);
      const isOut = ({ plan }: Outcome) => lossOf(plan) >= patience;
      failed.push(
        ...seen.failed,
        ...outcomes.filter(isOut).map(({ plan, reason }) => ({ key: plan.key, reason })),
      );
      const again = outcomes.filter((one) => !isOut(one) && (one.loss > 0 || one.plan.more));
      waiting = again.map(({ plan }) => plan.key);
      if (outcomes.some(({ loss }) => loss > 0))
        await pause(20 * 2 ** (Math.max(...losses.values()) / 2) * Math.random());
    }
    return { failed };
  };
}

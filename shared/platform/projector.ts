import { type Item, type Key, nameOf, type Projections } from '../core/projection.ts';
import { contributionKey, contributionOf } from './contribution-item.ts';
import { pause as sleep } from './pause.ts';
import { besideKeys, borrowedKeys, planOf, projectionFor } from './projection-plan.ts';
import { cellSlots, counterSlots, type ProjectionStore } from './projection-store.ts';
import { itemsOf, type Plan, pack } from './projection-transaction.ts';
import { lossesOf } from './transaction-loss.ts';

const patience = 12;

type Failure = { key: Key; reason: unknown };
type Outcome = { plan: Plan; loss: number; reason?: unknown };
/** Makes the table hold what the projections say of these records. Keys that could not be settled come back. */
export type Settle = (keys: Key[]) => Promise<{ failed: Failure[] }>;
type Options = { now?: () => Date; pause?: (ms: number) => Promise<unknown> };

/**
 * A stream record only says which record to look at. Safe to run any number of times, at once in any number of places,
 * and to kill at any line. What the table does not take for now comes back with what can never be settled, for the caller to try
 * again later; what it refuses for good comes back alone.
 */
export function projector(store: ProjectionStore, projections: Projections, options: Options = {}): Settle {
  const { now = () => new Date(), pause = sleep } = options;

  /** A lost race weighs 2 for a record that a rival works on, which then goes alone, and 1 for those that went with it. */
  async function commitPlans(plans: Plan[], slot: number): Promise<Outcome[]> {
    try {
      await store.transact(itemsOf(plans, slot));
      return plans.map((plan) => ({ plan, loss: 0 }));
    } catch (error) {
      const losses = lossesOf(error, plans.length);
      if (!losses) throw error;
      return plans.map((plan, i) => ({ plan, loss: losses[i] ?? 0, reason: error }));
    }
  }

  async function readBorrowed(keys: Key[], records: Map<string, Item>): Promise<Map<string, Item>> {
    const borrowed = keys.flatMap((key) => borrowedKeys(projections, key, records.get(nameOf(key))));
    return borrowed.length > 0 ? store.getAll(borrowed) : new Map();
  }

  /** Of committed plans those whose borrowed items have changed since they were read. */
  async function overtaken(plans: Plan[]): Promise<Plan[]> {
    const keys = plans.flatMap(({ borrowed }) => borrowed.map(({ key }) => key));
    const items = keys.length > 0 ? await store.getAll(keys) : new Map<string, Item>();
    return plans.filter(({ borrowed }) =>
      borrowed.some(({ key, version }) => items.get(nameOf(key))?.version !== version),
    );
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

  /** Makes the plans' moves in as few transactions as hold them. */
  async function commitAll(plans: Plan[], isAlone: (plan: Plan) => boolean): Promise<Outcome[]> {
    // A slot per transaction, not per record: a batch's sums are one item a group, and rivals seldom meet.
    const first = Math.floor(Math.random() * counterSlots);
    const batches = pack(plans, isAlone);
    const inSlot = async (slot: number): Promise<Outcome[]> => {
      const outcomes: Outcome[] = [];
      // One after another: two at once would add to the same sums, and be each other's rivals.
      for (let i = slot; i < batches.length; i += cellSlots)
        outcomes.push(...(await commitPlans(batches[i] as Plan[], (first + slot) % counterSlots)));
      return outcomes;
    };
    const slots = Array.from({ length: Math.min(cellSlots, batches.length) }, (_, slot) => slot);
    return (await Promise.all(slots.map(inSlot))).flat();
  }

  return async (keys) => {
    const losses = new Map<string, number>();
    const lossOf = ({ name }: Plan) => losses.get(name) ?? 0;
    const isOut = ({ plan }: Outcome) => lossOf(plan) >= patience;
    const failed: Failure[] = [];
    let waiting = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
    while (waiting.length > 0) {
      const seen = await look(waiting);
      const outcomes = await commitAll(seen.plans, (plan) => lossOf(plan) >= 2);
      for (const { plan, loss } of outcomes) losses.set(plan.name, lossOf(plan) + loss);
      const out = outcomes.filter(isOut).map(({ plan, reason }) => ({ key: plan.key, reason }));
      failed.push(...seen.failed, ...out);
      const stale = new Set(
        await overtaken(outcomes.flatMap(({ plan, loss }) => (loss === 0 ? [plan] : []))),
      );
      const isDone = ({ plan, loss }: Outcome) => loss === 0 && !plan.more && !stale.has(plan);
      waiting = outcomes.filter((one) => !isOut(one) && !isDone(one)).map(({ plan }) => plan.key);
      const worst = Math.max(0, ...waiting.map((key) => losses.get(nameOf(key)) ?? 0));
      if (worst > 0) await pause(20 * 2 ** (worst / 2) * Math.random());
    }
    return { failed };
  };
}

import type { Condition } from '../conditions/condition.ts';
import { assertMayAskFor } from '../conditions/condition-store.ts';
import type { ConditionKind } from '../conditions/fields.ts';
import type { Now } from '../conditions/moment.ts';
import { type Plan, planOf, type Served } from '../conditions/plan.ts';
import type { Actor } from '../core/actor.ts';
import { kindOfId } from '../core/ids.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { Tag } from './common-fields.ts';
import type { RecordShape } from './record-shape.ts';

const instants: Record<string, string> = { created: 'createdAt', updated: 'updatedAt' };
/** The paths by which conditions name what a record is found by. */
const pathsOfKeys: Record<string, string> = { email: 'emails.address', domain: 'domains' };

/** What the lists of a kind are kept by, the most telling first. */
function servedBy({ related, states = {}, matchBy }: RecordShape, sort: string, isTaken: boolean): Served {
  const keys = matchBy.map((by) => ({ path: pathsOfKeys[by] ?? by, by }));
  if (isTaken) return { keys, fields: [] };
  return {
    instant: instants[sort],
    keys,
    fields: [
      ...related.map((path) => ({ path, by: path, has: (id: string) => kindOfId(id) !== undefined })),
      { path: 'tags', by: 'tag', has: (tag) => Tag.safeParse(tag).success },
      ...Object.entries(states).map(([path, { values, worked }]) => ({
        path,
        by: path,
        has: (value: string) => values.safeParse(value).success,
        several: !worked,
      })),
    ],
  };
}

/** Whether a list by this field stands in the order in which its records were made. */
const isByCreation = ({ states = {} }: RecordShape, by: string) =>
  by === 'tag' || (Object.hasOwn(states, by) && !states[by]?.worked);

/**
 * How a filter is answered by the lists of a kind. `isTaken`: the list is asked by a field of its own already. Throws
 * `condition_invalid`, `field_forbidden`.
 */
export async function planFor(
  shape: RecordShape,
  actor: Actor,
  { filter, sort, isTaken, at }: { filter: Condition; sort: string; isTaken: boolean; at: string },
): Promise<{ plan: Plan; now: Now }> {
  await assertMayAskFor(actor, shape.kind as ConditionKind, filter, '?/filter');
  const { timeZone } = await workspaceOf(actor.workspaceId);
  const now = { at, timeZone };
  const served = servedBy(shape, sort, isTaken);
  const plan = planOf(filter, served, now);
  const isInOrder = plan.field === undefined || (sort === 'created' && isByCreation(shape, plan.field.by));
  return { plan: isInOrder ? plan : planOf(filter, { ...served, instant: undefined }, now), now };
}

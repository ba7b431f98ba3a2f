import type { Condition } from '../conditions/condition.ts';
import { assertMayAskFor } from '../conditions/condition-store.ts';
import type { ConditionKind } from '../conditions/fields.ts';
import type { Now } from '../conditions/moment.ts';
import { type Plan, planOf, type Served } from '../conditions/plan.ts';
import type { Actor } from '../core/actor.ts';
import { kindOfId } from '../core/ids.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import type { RecordShape } from './record-shape.ts';

const instants: Record<string, string> = { created: 'createdAt', updated: 'updatedAt' };

/** What the lists of a kind are kept by, in the order that is asked for. */
function servedBy({ related, states = {} }: RecordShape, sort: string, isTaken: boolean): Served {
  if (isTaken || sort !== 'created') return { instant: isTaken ? undefined : instants[sort], fields: [] };
  return {
    instant: instants[sort],
    fields: [
      { path: 'tags', by: 'tag', has: (tag) => tag.trim() !== '' },
      ...related.map((path) => ({ path, by: path, has: (id: string) => kindOfId(id) !== undefined })),
      ...Object.entries(states).map(([path, values]) => ({
        path,
        by: path,
        has: (value: string) => values.safeParse(value).success,
      })),
    ],
  };
}

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
  // A tag's records stand in the order in which they were made; those of other fields in one of their own.
  const isOrdered = plan.field === undefined || plan.field.by === 'tag';
  return { plan: isOrdered ? plan : planOf(filter, { ...served, instant: undefined }, now), now };
}

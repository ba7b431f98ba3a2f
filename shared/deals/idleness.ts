import type { Item } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import type { Deal } from './deal.ts';
import { dealIdle } from './deal-events.ts';

/** The type of an item that says that a deal has become idle, by which the stream's reader knows it. */
export const idlenessType = 'idleness';
const daysKept = 7;

/**
 * That a deal has become idle: an item beside it, so that its event is told of whatever becomes of who noted it. `base`: the moment from
 * which the idleness is counted, which names it; `at`: when it was found to be one (ISO 8601 UTC, both).
 */
export function idlenessItem(
  { workspaceId, id }: Pick<Deal, 'workspaceId' | 'id'>,
  base: string,
  at: string,
): Item {
  const expiresAt = Math.floor(Date.parse(at) / 1000) + daysKept * 86_400;
  const { pk } = recordKey(workspaceId, 'deal', id);
  return { pk, sk: `IDLE#${base}`, type: idlenessType, workspaceId, dealId: id, base, at, expiresAt };
}

/** The event of such an item: the same idleness always gives the same id, so that who gets it twice knows it. */
export function idlenessEvent({ workspaceId, dealId, base, at }: Item) {
  const { type, ...event } = dealIdle({ dealId: String(dealId) });
  const id = `idle.${String(dealId)}.${String(base)}`;
  return { type, detail: { id, workspaceId: String(workspaceId), at: String(at), ...event } };
}

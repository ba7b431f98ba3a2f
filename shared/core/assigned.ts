import * as z from 'zod';
import type { Context } from './actor.ts';
import { type DomainEvent, defineEvent } from './event.ts';
import { type Change, changeKind } from './record.ts';

/** A record has become somebody's by another's doing: by a user's, or by a part of Rapport's where no user is named. */
export const recordAssigned = defineEvent(
  'record.assigned',
  1,
  z.object({ recordId: z.string(), userId: z.string(), byId: z.string().optional() }),
);
const assignable = new Set<string>(['contact', 'company', 'deal', 'task', 'ticket']);

/** Of the task of an idle deal its owner is told as of that. */
const isOfIdleness = (after: object) => 'origin' in after && after.origin === 'idle_deal';
/** Whom a change makes an owner: nobody where it is their own doing, comes in thousands, or is made up. */
function newOwner(
  { of, before, after }: Change,
  { actor, quiet, source, inBulk }: Context,
): string | undefined {
  const owner = after && of.ownerOf?.(after);
  if (!owner || !assignable.has(of.kind) || actor.id === owner) return undefined;
  if (quiet || inBulk || source?.kind === 'import' || isOfIdleness(after)) return undefined;
  if (actor.kind === 'schedule') return undefined;
  const isGiven = ['created', 'updated'].includes(changeKind({ before, after })) && !after.deletedAt;
  return isGiven && (!before || of.ownerOf?.(before) !== owner) ? owner : undefined;
}
export function assignedBy(change: Change, by: Context): DomainEvent[] {
  const userId = newOwner(change, by);
  if (!userId || !change.after) return [];
  const { kind, id } = by.actor;
  return [recordAssigned({ recordId: change.after.id, userId, ...(kind === 'user' && { byId: id }) })];
}

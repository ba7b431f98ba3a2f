import * as z from 'zod';
import { kindOfId } from '../core/ids.ts';
import { contactRisked, contactScored } from '../scoring/scoring-events.ts';
import type { Bye } from './connection.ts';

/** That a record changed, in ids alone: what it is now its reader asks the API, with their own rights. */
export type LiveChange = {
  /** As events are called: `deal.moved`. */
  type: string;
  record: { kind: string; id: string };
  version: number;
  at: string;
};

/** All that goes out over a connection. */
export type LiveMessage =
  | { action: 'changes'; changes: LiveChange[] }
  | { action: 'notification'; notification: { id: string; type: string; at: string } }
  | { action: 'pong' }
  | { action: 'bye'; reason: Bye }
  | { action: 'error'; code: 'message_unknown'; detail: string };

/** All that comes in. */
const Ping = z.object({ action: z.literal('ping') });
export function isPing(body: string | undefined): boolean {
  try {
    return Ping.safeParse(JSON.parse(body ?? '')).success;
  } catch {
    return false;
  }
}
export const notUnderstood: LiveMessage = {
  action: 'error',
  code: 'message_unknown',
  detail: 'Only {"action":"ping"} is understood.',
};

/**
 * The events that say that a record was written, of whatever kind: a deed besides (`deal.moved`) comes with one of these, which has
 * the version. What was purged went before, when it was deleted. And those that say that what lies beside a contact is another.
 */
export const toldPattern = [
  ...['.created', '.updated', '.deleted', '.restored'].map((suffix) => ({ suffix })),
  contactScored.type,
  contactRisked.type,
];
const Written = z.object({
  recordId: z.string(),
  recordVersion: z.int(),
  fields: z.array(z.string()).default([]),
});

/** A record event as it is told; undefined for what is none. A deal that is in another stage is said to have moved. */
export function liveChangeOf(type: string, at: string, data: unknown): LiveChange | undefined {
  const written = Written.safeParse(data).data;
  const kind = written && kindOfId(written.recordId);
  if (!written || !kind) return undefined;
  const hasMoved = type === 'deal.updated' && written.fields.includes('stageEnteredAt');
  return {
    type: hasMoved ? 'deal.moved' : type,
    record: { kind, id: written.recordId },
    version: written.recordVersion,
    at,
  };
}

/** What lies beside a contact has versions of its own. */
const besideTypes: readonly string[] = [contactScored.type, contactRisked.type];
const counted = ({ type, record: { id } }: LiveChange) => (besideTypes.includes(type) ? `${id} ${type}` : id);

/** The last of each record, and of what lies beside it, in the order in which they came: who hears of version 7 need not hear of 6. */
export function latest(changes: readonly LiveChange[]): LiveChange[] {
  const last = new Map<string, LiveChange>();
  for (const change of changes) {
    const known = last.get(counted(change));
    if (!known || known.version < change.version) last.set(counted(change), change);
  }
  return changes.filter((change) => last.get(counted(change)) === change);
}

import { createHash } from 'node:crypto';
import type { Entry } from './projection.ts';

/** Partitions of the due index, each swept by one Query a minute. */
export const dueShards = 4;
export const duePk = (shard: number) => `DUE#${shard}`;

/** Why a record is to be looked at when a moment comes. */
export type DueReason = 'deal_idle';

/** DUE-1: at most one entry a record and reason; the one index that the workspace does not lead. */
export function dueEntry(at: string, reason: DueReason, workspaceId: string, of: string, id: string): Entry {
  const shard = createHash('sha256').update(id).digest().readUInt8(0) % dueShards;
  return { pk: duePk(shard), sk: `${at}#${workspaceId}#${id}#${reason}`, at, reason, workspaceId, of, id };
}

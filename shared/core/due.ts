import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Entry } from './projection.ts';

/** Partitions of the due index, each swept by one Query a minute. */
export const dueShards = 4;
export const duePk = (shard: number) => `DUE#${shard}`;

/** Why a record is to be looked at when a moment comes. */
export type DueReason =
  | 'deal_idle'
  | 'task_reminder'
  | 'purge'
  | 'mail_unsettled'
  | 'erasure'
  | 'export'
  | 'data_export'
  | 'import'
  | 'webhook_retry'
  | 'file'
  | 'segment'
  | 'contact_touch'
  | 'contact_risk'
  | 'activity'
  | 'task_overdue'
  | 'score'
  | 'learn'
  | 'dedupe'
  | 'check'
  | 'grade'
  | 'notification_mail'
  | 'agenda'
  | 'dashboard_mail'
  | 'rule_wait'
  | 'rule_date';

/** What is due: `at` (ISO 8601 UTC), and the record by its kind `of` and its id. `reason` may be one of newer code. */
export const DueEntry = z.object({
  pk: z.string(),
  sk: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  workspaceId: z.string(),
  of: z.string(),
  id: z.string(),
});
export type DueEntry = z.infer<typeof DueEntry>;

/** DUE-1: at most one entry a record and reason; the one index that the workspace does not lead. */
export function dueEntry(at: string, reason: DueReason, workspaceId: string, of: string, id: string): Entry {
  const shard = createHash('sha256').update(id).digest().readUInt8(0) % dueShards;
  return { pk: duePk(shard), sk: `${at}#${workspaceId}#${id}#${reason}`, at, reason, workspaceId, of, id };
}

/** Sorts behind all that is due at a moment (ISO 8601, however precise), and before all that is due later. */
export const dueUntil = (time: string) => `${new Date(time).toISOString()}$`; // `$` is the character behind `#`

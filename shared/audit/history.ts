import * as z from 'zod';
import type { Actor } from '../core/actor.ts';
import { type ChangeKind, changeKinds } from '../core/record.ts';
import type { AuditLine } from './audit.ts';
import { changesShown, hiddenInChanges } from './audit-entry.ts';
import type { StoredChange } from './change-line.ts';

/** A change of a record, as who may read the record sees it. */
export const HistoryEntry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(changeKinds),
  version: z.int().describe('The version that the change made.'),
  by: z.object({ kind: z.string(), id: z.string(), keyId: z.string().optional() }),
  cause: z.string().optional().describe('The request, message or schedule that caused it.'),
  from: z.string().optional().describe('The IP address; only with the permission audit:read.'),
  fields: z
    .record(z.string(), z.object({ before: z.unknown().optional(), after: z.unknown().optional() }))
    .describe('What was before and after. A record that was made says what it began as by itself.'),
  erased: z.boolean().optional().describe('What was before and after is erased, as a person asked for it.'),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const kinds = new Map<string, ChangeKind>(changeKinds.map((kind) => [`record.${kind}`, kind]));
/** Which change a line is of; undefined for what is no change of the record. */
export const changeKindOf = ({ action }: AuditLine): HistoryEntry['kind'] | undefined => kinds.get(action);

/** A line of a record's log as an entry of its history; undefined for what is no change of it. */
export function historyEntry(
  actor: Actor,
  line: AuditLine,
  change: StoredChange | undefined,
): HistoryEntry | undefined {
  const { id, at, actor: by, cause, from, record } = line;
  const kind = changeKindOf(line);
  if (!kind || !record?.version) return undefined;
  const hidden = hiddenInChanges(actor, record.kind);
  return {
    id,
    at,
    kind,
    version: record.version,
    by,
    ...(cause !== undefined && { cause }),
    ...(from !== undefined && actor.permissions.includes('audit:read') && { from }),
    fields: change ? changesShown(change.fields, hidden) : {},
    ...((!change || change.forgets) && { erased: true }),
  };
}

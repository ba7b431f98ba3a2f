import * as z from 'zod';
import type { Item } from '../core/projection.ts';
import { changeKinds } from '../core/record.ts';
import type { AuditLine } from './audit.ts';

/** A change item as its readers know it. What came later is optional: older items stay readable. */
export const StoredChange = z.object({
  id: z.string(),
  workspaceId: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(changeKinds),
  of: z.string(),
  recordId: z.string(),
  recordVersion: z.int(),
  by: z.object({ kind: z.string(), id: z.string(), keyId: z.string().optional() }),
  from: z.string().optional(),
  cause: z.string().optional(),
  /** It erased a person: of what was before it says nothing of them. */
  forgets: z.literal(true).optional(),
  /** Webhooks are not told of it. */
  quiet: z.literal(true).optional(),
  /** Of a deletion: when the record was made. */
  createdAt: z.iso.datetime().optional(),
  fields: z.record(z.string(), z.object({ before: z.unknown().optional(), after: z.unknown().optional() })),
});
export type StoredChange = z.infer<typeof StoredChange>;
export const changeOfItem = (item: Item): StoredChange => StoredChange.parse(item);

/** Of a record that was deleted, what its fields do not say. */
export const baseOf = ({ recordId: id, workspaceId, at, createdAt = at }: StoredChange) => ({
  id,
  workspaceId,
  createdAt,
});

/** A record's change as a line, under the change's own id: whoever reads the line finds the change by it. */
export function lineOfChange({ id, at, kind, of, by, fields, ...change }: StoredChange): AuditLine {
  const { recordId, recordVersion, from, cause } = change;
  return {
    id,
    at,
    action: `record.${kind}`,
    actor: by,
    ...(from !== undefined && { from }),
    record: { kind: of, id: recordId, version: recordVersion },
    fields: Object.keys(fields).sort(), // DynamoDB keeps no order: a repetition is the same line
    ...(cause !== undefined && { cause }),
  };
}

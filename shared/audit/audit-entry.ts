import * as z from 'zod';
import { shownChanges } from '../activities/timeline.ts';
import { type Actor, mayReadSetting } from '../core/actor.ts';
import { type GovernedKind, governedKinds, hasHideable, type SettingPermission } from '../core/policy.ts';
import type { FieldChanges } from '../core/record.ts';
import { hiddenAnywhere, hiddenBeside, reachOf } from '../core/rights.ts';
import { veiledChanges } from '../core/veil.ts';
import { AuditLine } from './audit.ts';
import type { StoredChange } from './change-line.ts';

const Changes = z.record(
  z.string(),
  z.object({ before: z.unknown().optional(), after: z.unknown().optional() }),
);
/** A line of the audit log as it is shown, with what the record's change says beyond it. */
export const AuditEntry = AuditLine.extend({
  changes: Changes.optional().describe('What was before and after, field by field; of a record’s change.'),
  erased: z.boolean().optional().describe('What was before and after is erased, as a person asked for it.'),
  withheld: z
    .boolean()
    .optional()
    .describe('Your roles do not let you read every record of the kind, so that only names are shown.'),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const governed = new Set<string>(governedKinds.filter((kind) => kind !== 'activity'));
const alone: Record<string, SettingPermission> = {
  workspace: 'workspaces:read',
  erasure: 'erasures:read',
  dataExport: 'audit:read',
};

/** Whether one may read every record of a kind: who may not is shown no values of any, since a line does not say whose it was. */
function readsAll(actor: Actor, kind: string, id: string): boolean {
  if (governed.has(kind)) return reachOf(actor, kind as GovernedKind, 'read').reach === 'all';
  if (kind === 'activity') return reachOf(actor, 'contact', 'read').reach === 'all';
  const permission = alone[kind];
  if (permission) return actor.permissions.includes(permission);
  return mayReadSetting(actor, id) === true;
}

/** What visitors typed, who wrote a mail and which number called say what a hidden field of the contact says. */
function tellsOfContact(actor: Actor): string[] {
  const hidden = hiddenBeside(actor, 'contact');
  return [...(hidden.size > 0 ? ['mail', 'submission'] : []), ...(hidden.has('phones') ? ['call'] : [])];
}
/** Fields of a kind that this reader may not see in a change. */
export function hiddenInChanges(actor: Actor, kind: string): ReadonlySet<string> {
  if (hasHideable(kind)) return hiddenAnywhere(actor, kind);
  return new Set(kind === 'activity' ? tellsOfContact(actor) : []);
}

/** What a change says to a reader from whom these fields are hidden. */
export const changesShown = (fields: FieldChanges, hidden: ReadonlySet<string>): FieldChanges =>
  veiledChanges(shownChanges(fields), hidden) as FieldChanges;

/** A line for a reader, with its change where there is one still. */
export function auditEntry(actor: Actor, line: AuditLine, change: StoredChange | undefined): AuditEntry {
  const { record, fields, ...rest } = line;
  if (!record || !line.action.startsWith('record.')) return line;
  const hidden = hiddenInChanges(actor, record.kind);
  const names = { record, ...(fields && { fields: fields.filter((name) => !hidden.has(name)) }) };
  if (!readsAll(actor, record.kind, record.id)) return { ...rest, ...names, withheld: true };
  if (!change) return { ...rest, ...names, erased: true };
  const changes = changesShown(change.fields, hidden);
  return { ...rest, ...names, changes, ...(change.forgets && { erased: true }) };
}

import { csvSettings } from '../core/csv-settings.ts';
import type { AuditEntry } from './audit-entry.ts';

export const auditColumns = [
  'at',
  'action',
  'actorKind',
  'actorId',
  'keyId',
  'from',
  'recordKind',
  'recordId',
  'version',
  'fields',
  'changes',
  'cause',
  'id',
] as const;

const row = ({ at, action, actor, from, record, fields, changes, cause, id }: AuditEntry) => [
  at,
  action,
  actor.kind,
  actor.id,
  actor.keyId,
  from,
  record?.kind,
  record?.id,
  record?.version,
  fields?.join(' '),
  changes && JSON.stringify(changes),
  cause,
  id,
];

/** Lines as CSV (RFC 4180, UTF-8), with no cell that a spreadsheet takes for a formula. */
export async function auditCsv(entries: AuditEntry[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync'); // few requests want it: not in the cold start
  return stringify([[...auditColumns], ...entries.map(row)], csvSettings);
}

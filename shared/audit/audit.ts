import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { derivedId } from '../core/derived-id.ts';
import type { Entry } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';

const auditActions = [
  'record.created',
  'record.updated',
  'record.trashed',
  'record.restored',
  'record.merged',
  'record.unmerged',
  'record.deleted',
  'session.signed_in',
  'session.signed_out',
  'session.revoked',
  'key.used',
  'export.made',
  'export.downloaded',
  'person.erased',
  'suppression.added',
  'suppression.lifted',
] as const;
export const AuditAction = z.enum(auditActions);
export type AuditAction = z.infer<typeof AuditAction>;

/**
 * Who did what, when and from where: ids and field names, never a value. What was before and after stands in the change
 * item that the line of a record's change has its id from, so that erasing a person leaves the log whole.
 */
export const AuditLine = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  action: AuditAction,
  actor: z.object({ kind: z.string(), id: z.string(), keyId: z.string().optional() }),
  /** IP address of the request. */
  from: z.string().optional(),
  /** `version`: of a record's change, the version that it made. */
  record: z.object({ kind: z.string(), id: z.string(), version: z.int().optional() }).optional(),
  fields: z.array(z.string()).optional(),
  /** The request, message or schedule that caused it. */
  cause: z.string().optional(),
});
export type AuditLine = z.infer<typeof AuditLine>;

/**
 * The id of a line that is no record's change. The same words give the same id, so that a step that runs twice writes one
 * line: name all that tells this happening from every other. A line's key holds its `at` too, which must repeat as well.
 */
export const auditId = (action: AuditAction, ...words: string[]): string =>
  derivedId('audit', JSON.stringify([action, ...words]));

/** What a line says of an operation's context: who, when, from where, because of what. */
export const byContext = ({ actor: { kind, id, keyId, from }, now, cause }: Context) => ({
  at: now,
  actor: { kind, id, ...(keyId !== undefined && { keyId }) },
  ...(from !== undefined && { from }),
  ...(cause !== undefined && { cause }),
});

/** AUDIT-1 to AUDIT-3: a workspace's lines of a day (UTC), of an actor, of a record. */
export const auditDayPk = (workspaceId: string, day: string) => `${workspacePk(workspaceId)}#AUDIT#${day}`;
export const auditActorPk = (workspaceId: string, actorId: string) =>
  `${workspacePk(workspaceId)}#AUDIT#ACTOR#${actorId}`;
export const auditRecordPk = (workspaceId: string, recordId: string) =>
  `${workspacePk(workspaceId)}#AUDIT#RECORD#${recordId}`;
const auditSk = (at: string, id: string) => `${at}#${id}`;

/** The items that a line is kept as: one for each way to ask for it. */
export function auditItems(workspaceId: string, line: AuditLine): Entry[] {
  const pks = [
    auditDayPk(workspaceId, line.at.slice(0, 10)),
    auditActorPk(workspaceId, line.actor.id),
    ...(line.record ? [auditRecordPk(workspaceId, line.record.id)] : []),
  ];
  return pks.map((pk) => ({ pk, sk: auditSk(line.at, line.id), type: 'audit', ...line }));
}

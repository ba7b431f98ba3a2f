import * as z from 'zod';
import type { Actor, Context } from '../core/actor.ts';
import { idOf, newId } from '../core/ids.ts';
import { Permission, RolePolicy } from '../core/policy.ts';
import { defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import type { Rights } from '../core/rights.ts';
import { exportFinished, exportRequested } from './privacy-events.ts';

/** What the asker was allowed when they asked: the archive is written later, and must hold no more. */
const AskedWith = z.object({
  roles: z.array(RolePolicy),
  cap: z.array(RolePolicy).optional(),
  scopes: z.array(Permission).optional(),
  teamIds: z.array(z.string()),
  circle: z.array(z.string()),
});

export const PersonExport = z.object({
  ...recordBase('export'),
  kind: z.literal('person'),
  contactId: idOf('contact'),
  status: z
    .enum(['requested', 'ready', 'failed', 'deleted'])
    .describe('`deleted`: the person was erased, and the archive with them.'),
  requestedBy: z.object({ kind: z.string(), id: z.string(), keyId: z.string().optional() }),
  rights: AskedWith,
  /** How often it was asked for again because nothing had come of it. */
  requeues: z.int().nonnegative().default(0),
  bytes: z.int().nonnegative().optional(),
  files: z.int().nonnegative().optional().describe('Files in the archive.'),
  availableUntil: z.iso.datetime().optional().describe('The archive is deleted then.'),
});
export type PersonExport = z.infer<typeof PersonExport>;
export const exportRecord = defineRecord('export', PersonExport);
export const ExportBody = PersonExport.omit({ workspaceId: true, rights: true, requeues: true }).extend({
  url: z
    .string()
    .optional()
    .describe('Where the archive is, for five minutes; each one given out is on record.'),
});

export const exportKey = ({ workspaceId, id }: Pick<PersonExport, 'workspaceId' | 'id'>) =>
  `persons/${workspaceId}/${id}.zip`;

/** The archive of one person. It is written later; `status` tells when. */
export function requestExport(contactId: string, { actor, now }: Context): Kept<PersonExport> {
  const { roles, cap, scopes, teamIds, circle } = actor.rights;
  const id = newId('export', now);
  const after = PersonExport.parse({
    id,
    workspaceId: actor.workspaceId,
    version: 1,
    createdAt: now,
    updatedAt: now,
    kind: 'person',
    contactId,
    status: 'requested',
    requestedBy: { kind: actor.kind, id: actor.id, keyId: actor.keyId },
    rights: { roles, cap, scopes, teamIds, circle: [...circle] },
  });
  return { of: exportRecord, before: undefined, after, events: [exportRequested({ exportId: id })] };
}

/** Who asked, with what they were allowed. */
export const askerOf = ({ requestedBy, rights }: PersonExport): { id: string; rights: Rights } => ({
  id: requestedBy.id,
  rights: { ...rights, circle: new Set(rights.circle) },
});

/** Who may fetch it: who asked for it, and who may look after erasures. A key sees less than its user may: it has what it asked for. */
export const mayFetch = ({ requestedBy: by }: PersonExport, { id, keyId, permissions }: Actor) =>
  (by.id === id && (keyId === undefined || by.keyId === keyId)) || permissions.includes('erasures:read');

const moved = (one: PersonExport, patch: Partial<PersonExport>, now: string): Kept<PersonExport> => ({
  of: exportRecord,
  before: one,
  after: nextVersion(one, patch, now),
  events: [],
});

const finished = (change: Kept<PersonExport>): Kept<PersonExport> => {
  const { id: exportId, status: outcome, requestedBy } = change.after;
  return { ...change, events: [exportFinished({ exportId, userId: requestedBy.id, outcome })] };
};

/** Days that an archive is kept: the bucket's lifecycle rule says the same. */
export const exportDays = 7;
export const finishExport = (one: PersonExport, made: { bytes: number; files: number }, now: string) => {
  const availableUntil = new Date(Date.parse(now) + exportDays * 86_400_000).toISOString();
  return finished(moved(one, { ...made, status: 'ready', availableUntil }, now));
};
export const failExport = (one: PersonExport, now: string) => finished(moved(one, { status: 'failed' }, now));
/** What is left of an export whose person was erased. */
export const dropExport = (one: PersonExport, now: string) => moved(one, { status: 'deleted' }, now);

const patienceMs = 2 * 3_600_000; // the function's queue hides a message for one
export const exportDueAt = ({ status, updatedAt }: PersonExport): string | undefined =>
  status === 'requested' ? new Date(Date.parse(updatedAt) + patienceMs).toISOString() : undefined;

const mostRequeues = 2;
/** Asks for it once more, where nothing has come of it; in the end it has failed. */
export function wakeExport(one: PersonExport, now: string): Kept<PersonExport> {
  if (one.requeues >= mostRequeues) return failExport(one, now);
  const again = moved(one, { requeues: one.requeues + 1 }, now);
  return { ...again, events: [exportRequested({ exportId: one.id })] };
}

import { type AuditAction, type AuditLine, auditId } from '../audit/audit.ts';
import { auditWrites } from '../audit/audit-store.ts';
import type { Context } from '../core/actor.ts';
import { commit, type Write } from '../platform/commit.ts';
import { credentialKey } from './credential-store.ts';
import { type Listed, listKey, sessionKey } from './session-item.ts';
import { listedSessions } from './session-store.ts';

class Ended extends Error {}

/** The lines of who ended it, in the audit log of these workspaces. */
function endingLines(
  { sessionId }: Listed,
  action: AuditAction,
  by: Context,
  workspaceIds: string[],
): Write[] {
  const { kind, id, keyId, from } = by.actor;
  const line: AuditLine = {
    id: auditId(action, sessionId),
    at: by.now,
    action,
    actor: { kind, id, ...(keyId && { keyId }) },
    ...(from && { from }),
    ...(by.cause && { cause: by.cause }),
    record: { kind: 'session', id: sessionId },
  };
  return workspaceIds.flatMap((workspaceId) => auditWrites(workspaceId, line));
}

/** No token of the session is taken from now on. May be repeated: an ended one stays as it ended. */
export async function endSession(
  session: Listed,
  action: 'session.signed_out' | 'session.revoked',
  by: Context,
  workspaceIds: string[],
): Promise<void> {
  const revoke: Write = {
    action: {
      Update: {
        Key: sessionKey(session.sessionId),
        UpdateExpression: 'SET revokedAt = :now',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(revokedAt)',
        ExpressionAttributeValues: { ':now': by.now },
      },
    },
    refused: () => new Ended(),
  };
  const unlist: Write = { action: { Delete: { Key: listKey(session) } } };
  try {
    await commit([revoke, unlist, ...endingLines(session, action, by, workspaceIds)]);
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    await commit([unlist]); // of a session whose item is gone, or that ended meanwhile
  }
}

/** Counted as a write of the credential, so that nobody who read it before puts it back as it was. */
const forgetEarlier = (subject: string, now: string): Write => ({
  action: {
    Update: {
      Key: credentialKey(subject),
      UpdateExpression: 'SET signedOutAt = :now, revision = if_not_exists(revision, :one) + :one',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':now': now, ':one': 1 },
    },
  },
  refused: () => new Ended(),
});

/**
 * Signs a person out everywhere: every token of a sign-in before this second is refused, also of those that were never seen
 * here, and what is open is ended. The user pool is to be asked too (`signOutEverywhere`), for no refresh to go on in vain. May be
 * repeated; without a credential there is nothing that a token could open.
 */
export async function endAllSessions(subject: string, by: Context, workspaceIds: string[]): Promise<void> {
  try {
    await commit([forgetEarlier(subject, by.now)]);
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  }
  for (let open = await listedSessions(subject); open.length > 0; open = await listedSessions(subject))
    await Promise.all(open.map((one) => endSession(one, 'session.revoked', by, workspaceIds)));
}

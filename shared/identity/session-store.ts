import { type AuditAction, type AuditLine, auditId } from '../audit/audit.ts';
import { auditWrites } from '../audit/audit-store.ts';
import type { Context } from '../core/actor.ts';
import type { Item, Key } from '../core/projection.ts';
import { commit, type Write } from '../platform/commit.ts';
import { getItem, getItems, queryItems, updateItem } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { Credential, credentialKey } from './credential-store.ts';
import { Session } from './session.ts';

const sessionKey = (sessionId: string): Key => ({ pk: `SESSION#${sessionId}`, sk: 'SESSION' });
/** A subject's open sessions, the newest last. Once revoked, a session is in it no more. */
const listPk = (subject: string) => `USERSESSIONS#${subject}`;
type Listed = Pick<Session, 'subject' | 'sessionId' | 'startedAt' | 'expiresAt'>;
const listKey = ({ subject, startedAt, sessionId }: Listed): Key => ({
  pk: listPk(subject),
  sk: `${startedAt}#${sessionId}`,
});
const parse = (item: Item | undefined) => item && Session.parse(item, parseContext());

/** SESSION-1: a token's session and its user's workspaces, one consistent BatchGet. */
export async function findSession(
  subject: string,
  sessionId: string,
): Promise<{ session: Session | undefined; credential: Credential | undefined }> {
  const items = await getItems([credentialKey(subject), sessionKey(sessionId)]);
  const found = [...items.values()];
  const credential = found.find(({ sk }) => sk === 'CREDENTIAL');
  return {
    session: parse(found.find(({ sk }) => sk === 'SESSION')),
    credential: credential && Credential.parse(credential, parseContext()),
  };
}

/** SESSION-2: by id, one consistent GetItem. */
export const sessionById = async (sessionId: string): Promise<Session | undefined> =>
  parse(await getItem(sessionKey(sessionId)));

class Known extends Error {
  readonly session: Session | undefined;
  constructor(session: Session | undefined) {
    super('The session is known already.');
    this.session = session;
  }
}

function lineOf(action: AuditAction, { sessionId, userId, startedAt, from }: Session): AuditLine {
  const id = auditId(action, sessionId);
  const record = { kind: 'session', id: sessionId };
  return { id, at: startedAt, action, actor: { kind: 'user', id: userId }, from, record };
}

/**
 * Writes the session at its first sight, with a line in the audit log of each of the user's workspaces. Answers it as it is
 * then: another request of the same sign-in may have been first, or have ended it.
 */
export async function beginSession(session: Session, workspaceIds: string[]): Promise<Session> {
  const { subject, sessionId, startedAt, expiresAt } = session;
  const listed: Listed = { subject, sessionId, startedAt, expiresAt };
  const line = lineOf('session.signed_in', session);
  const first: Write = {
    action: {
      Put: {
        Item: { ...session, ...sessionKey(sessionId) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    refused: (existing) => new Known(parse(existing)),
  };
  try {
    const listing: Write = { action: { Put: { Item: { ...listed, ...listKey(listed) } } } };
    await commit([first, listing, ...workspaceIds.flatMap((id) => auditWrites(id, line))]);
    return session;
  } catch (error) {
    if (error instanceof Known && error.session) return error.session;
    throw error;
  }
}

/** "Last seen"; the caller sees that it is not written too often. */
export async function touchSession(sessionId: string, now: string): Promise<void> {
  await updateItem(sessionKey(sessionId), {
    UpdateExpression: 'SET lastSeenAt = :now',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':now': now },
  });
}

const most = 100;
async function listed(subject: string): Promise<Listed[]> {
  const { items } = await queryItems({
    pk: listPk(subject),
    newestFirst: true,
    limit: most,
    consistent: true,
  });
  return items as unknown as Listed[];
}

/** SESSION-3: a subject's newest hundred open sessions, newest first; one Query and one BatchGet. */
export async function openSessions(subject: string, now: string): Promise<Session[]> {
  const all = (await listed(subject)).filter(({ expiresAt }) => expiresAt > Date.parse(now) / 1000);
  const items = await getItems(all.map(({ sessionId }) => sessionKey(sessionId)));
  const byId = new Map([...items.values()].map((item) => [String(item.sessionId), parse(item)]));
  return all.flatMap(({ sessionId }) => byId.get(sessionId) ?? []).filter((one) => !one.revokedAt);
}

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

/**
 * Signs a person out everywhere: every token of a sign-in before this second is refused, also of those that were never seen
 * here, and what is open is ended. The user pool is to be asked too (`signOutEverywhere`), for no refresh to go on in vain. May be
 * repeated.
 */
export async function endAllSessions(subject: string, by: Context, workspaceIds: string[]): Promise<void> {
  await updateItem(credentialKey(subject), {
    // Counted as a write, so that nobody who read the credential before puts it back as it was.
    UpdateExpression: 'SET signedOutAt = :now, revision = if_not_exists(revision, :one) + :one',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':now': by.now, ':one': 1 },
  });
  for (let open = await listed(subject); open.length > 0; open = await listed(subject))
    await Promise.all(open.map((one) => endSession(one, 'session.revoked', by, workspaceIds)));
}

import { type AuditAction, type AuditLine, auditId } from '../audit/audit.ts';
import { auditWrites } from '../audit/audit-store.ts';
import type { Item } from '../core/projection.ts';
import { commit, type Write } from '../platform/commit.ts';
import { getItem, getItems, queryItems, updateItem } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { Credential, credentialKey } from './credential-store.ts';
import { markHere, signedInWrite } from './presence-store.ts';
import { Session } from './session.ts';
import { type Listed, listKey, listPk, sessionKey } from './session-item.ts';

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

const inWorkspace = (workspaceId: string, { userId, startedAt }: Session, line: AuditLine): Write[] => [
  ...auditWrites(workspaceId, line),
  signedInWrite({ workspaceId, userId, at: startedAt }),
];

/**
 * Writes the session at its first sight, with a line in the audit log of each of the user's workspaces, and counts it there (PRESENCE-1). Answers it as it is
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
    await commit([first, listing, ...workspaceIds.flatMap((id) => inWorkspace(id, session, line))]);
    return session;
  } catch (error) {
    if (error instanceof Known && error.session) return error.session;
    throw error;
  }
}

/**
 * "Last seen"; the caller sees that it is not written too often. On a day on which the session was not seen yet that is said first, in
 * each of the user's workspaces: whoever is cut off here comes again.
 */
export async function touchSession(
  { sessionId, userId, startedAt, lastSeenAt = startedAt }: Session,
  workspaceIds: string[],
  now: string,
): Promise<void> {
  if (lastSeenAt.slice(0, 10) !== now.slice(0, 10))
    await Promise.all(workspaceIds.map((workspaceId) => markHere({ workspaceId, userId, at: now })));
  await updateItem(sessionKey(sessionId), {
    UpdateExpression: 'SET lastSeenAt = :now',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':now': now },
  });
}

const most = 100;
/** The newest hundred, the newest first. */
export async function listedSessions(subject: string): Promise<Listed[]> {
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
  const all = (await listedSessions(subject)).filter(({ expiresAt }) => expiresAt > Date.parse(now) / 1000);
  const items = await getItems(all.map(({ sessionId }) => sessionKey(sessionId)));
  const byId = new Map([...items.values()].map((item) => [String(item.sessionId), parse(item)]));
  return all.flatMap(({ sessionId }) => byId.get(sessionId) ?? []).filter((one) => !one.revokedAt);
}

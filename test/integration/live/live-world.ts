import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { SQSBatchResponse } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as tickets } from '../../../functions/live/api.ts';
import { handler as onEvent } from '../../../functions/live/on-event-tell-connections.ts';
import { handler as serve } from '../../../functions/live/serve-connections.ts';
import { credentialItem } from '../../../shared/identity/credential-store.ts';
import { newSession } from '../../../shared/identity/session.ts';
import { sessionKey } from '../../../shared/identity/session-item.ts';
import type { LiveMessage } from '../../../shared/live/live-message.ts';
import { createLiveTicketRoute } from '../../../shared/live/live-routes.ts';
import { acme, ann } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { putItem } from '../../helpers/put-item.ts';

const management = mockClient(ApiGatewayManagementApiClient);
type Sent = { to: string; message: LiveMessage };
export let sent: Sent[] = [];
export let ended: string[] = [];
/** Connections that API Gateway says are gone, and those that it cannot reach. */
export const gone = new Set<string>();
export const unreachable = new Set<string>();

const passing = (id: string) => {
  if (gone.has(id)) throw new GoneException({ message: 'Gone', $metadata: {} });
  if (unreachable.has(id)) throw new Error('Internal server error');
};

/** API Gateway's side of the connections, from which everything starts anew. */
export function useGateway(): void {
  process.env.LIVE_URL = 'wss://live.test/live';
  process.env.LIVE_ENDPOINT = 'https://live.test/live';
  [sent, ended] = [[], []];
  for (const set of [gone, unreachable]) set.clear();
  management.reset();
  management.on(PostToConnectionCommand).callsFake(({ ConnectionId, Data }) => {
    passing(ConnectionId);
    sent.push({ to: ConnectionId, message: JSON.parse(String(Data)) });
  });
  management.on(DeleteConnectionCommand).callsFake(({ ConnectionId }) => {
    passing(ConnectionId);
    ended.push(ConnectionId);
  });
}

/** What came over a connection. */
export const toldTo = (id: string) => sent.filter(({ to }) => to === id).map(({ message }) => message);
export const idsToldTo = (id: string) =>
  toldTo(id).flatMap((message) =>
    message.action === 'changes' ? message.changes.map(({ record }) => record.id) : [],
  );

export const sessionOf = (userId: string) => `se_${userId.slice(3)}`;
export const rolesAre = (userId: string, roles: string[], workspaceIds = [acme]) =>
  putItem(
    credentialItem(`sub-${userId}`, {
      userId,
      memberships: workspaceIds.map((workspaceId) => ({ workspaceId, roles: roles as ['rep'] })),
      revision: 1,
    }),
  );
export const sessionIs = (userId: string, more: object = {}) => {
  const sessionId = sessionOf(userId);
  const signedInS = Math.floor(Date.now() / 1000) - 3600;
  const session = newSession({ subject: `sub-${userId}`, sessionId, signedInS }, userId, {
    from: '192.0.2.1',
    userAgent: 'test',
  });
  return putItem({ ...session, ...sessionKey(sessionId), ...more });
};
/** Somebody who is signed in, in these roles. */
export async function signIn(userId: string, roles: string[], workspaceIds?: string[]): Promise<void> {
  await rolesAre(userId, roles, workspaceIds);
  await sessionIs(userId);
}

export async function aTicket(userId = ann, now = new Date().toISOString(), workspaceId = acme) {
  const asked = { userId, sessionId: sessionOf(userId), now, workspaceId, body: {} };
  return (await call(tickets, createLiveTicketRoute, asked)).body;
}

let n = 0;
type Event = Parameters<typeof serve>[0];
const eventOf = (eventType: string, connectionId: string, more: object, at = Date.now()) =>
  ({ requestContext: { eventType, connectionId, requestTimeEpoch: at }, ...more }) as unknown as Event;
/** Shows a ticket, as API Gateway hands it on: the status, and what the connection is called. */
export async function connect(ticket: string | undefined, at?: number) {
  const id = `connection-${n++}`;
  const shown = ticket === undefined ? {} : { queryStringParameters: { ticket } };
  const { statusCode } = await serve(eventOf('CONNECT', id, shown, at));
  return { id, statusCode };
}
/** A connection of somebody's that stands; `ageMs`: since when. */
export async function aConnection(userId = ann, ageMs = 60_000, workspaceId = acme): Promise<string> {
  const at = Date.now() - ageMs;
  const { ticket } = await aTicket(userId, new Date(at).toISOString(), workspaceId);
  const { id, statusCode } = await connect(ticket, at);
  if (statusCode !== 200) throw new Error(`Not connected: ${statusCode}`);
  return id;
}
export const say = (id: string, body: string) => serve(eventOf('MESSAGE', id, { body }));
export const leave = (id: string) => serve(eventOf('DISCONNECT', id, {}));

/** Hands events to the function that tells, as its queue does; answers how many are to come again. */
export async function happen(...events: { type: string; data: object; workspaceId?: string }[]) {
  const Records = events.map(({ type, data, workspaceId = acme }, place) => ({
    messageId: String(place),
    receiptHandle: 'receipt',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:000000000000:live',
    attributes: { ApproximateReceiveCount: '1' },
    body: JSON.stringify({
      'detail-type': type,
      detail: { id: `ch_1.${place}`, workspaceId, at: new Date().toISOString(), version: 1, data },
    }),
  }));
  const answer: SQSBatchResponse = await onEvent({ Records } as never);
  return answer.batchItemFailures.length;
}
export const written = (
  id: string,
  recordVersion = 2,
  fields: string[] = ['name'],
  type = 'deal.updated',
) => ({
  type,
  data: { recordId: id, recordVersion, fields },
});

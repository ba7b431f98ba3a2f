import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { vi } from 'vitest';
import { handler as sweepDue } from '../../../functions/due/sweep.ts';
import { handler as api } from '../../../functions/webhooks/api.ts';
import { handler as queueDeliveries } from '../../../functions/webhooks/on-event-queue-deliveries.ts';
import { handler as send } from '../../../functions/webhooks/send-deliveries.ts';
import { newId } from '../../../shared/core/ids.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { type Delivery, DeliveryMessage } from '../../../shared/webhooks/delivery.ts';
import {
  getWebhookDeliveryRoute,
  listWebhookDeliveriesRoute,
} from '../../../shared/webhooks/delivery-routes.ts';
import type { NewWebhook } from '../../../shared/webhooks/webhook.ts';
import { createWebhookRoute } from '../../../shared/webhooks/webhook-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { noon } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

export type Received = { headers: IncomingHttpHeaders; body: string };
/** What the target does with the next posts, one each; then it answers 200. */
export type Answer = number | 'hang' | { status: number; headers: Record<string, string> };
const received: Received[] = [];
const answers: Answer[] = [];
export const posts = () => received;
export const willAnswer = (...next: Answer[]) => void answers.push(...next);

const target = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    const answer = answers.shift() ?? 200;
    if (answer === 'hang') return; // until the sender gives up
    const { status, headers } = typeof answer === 'number' ? { status: answer, headers: {} } : answer;
    response.writeHead(status, headers).end('a body that nobody keeps: Ada Lovelace');
  });
});
let url = '';
export const targetUrl = () => url;

type Hidden = { body: string; visibleAt: number };
let queued: Hidden[] = [];
const sqs = mockClient(SQSClient);

/** A table with Acme in it, an empty queue, a target on the loopback, and noon. */
export async function useWebhooks(): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(noon);
  process.env.WEBHOOKS_QUEUE_URL = 'https://sqs.test/webhooks';
  process.env.KEYS_QUEUE_URL = 'https://sqs.test/keys';
  process.env.WEBHOOK_ALLOW = '127.0.0.1';
  useSecret();
  [queued, received.length, answers.length] = [[], 0, 0];
  sqs.reset();
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries = [], QueueUrl }) => {
    if (QueueUrl === process.env.KEYS_QUEUE_URL) return { Successful: [], Failed: [] }; // what is due besides
    for (const { MessageBody, DelaySeconds = 0 } of Entries)
      queued.push({ body: MessageBody, visibleAt: Date.now() + DelaySeconds * 1000 });
    return { Successful: [], Failed: [] };
  });
  if (!target.listening) await new Promise<void>((done) => target.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(target.address() as AddressInfo).port}/hook`;
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(userRecord, aUser());
  return url;
}
export const endTarget = () => {
  target.closeAllConnections();
  target.close();
  vi.useRealTimers();
};
export const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** Makes a webhook by the API; it stands in the list afterwards. Each test has one of its own workspace's cache: see `workspaceId`. */
export async function aWebhook(over: Partial<NewWebhook> = {}, workspaceId?: string) {
  const body = { url, events: ['*'], ...over };
  const { status, body: made } = await call(api, createWebhookRoute, {
    body,
    now: new Date().toISOString(),
    ...(workspaceId && { workspaceId }),
  });
  if (status !== 201) throw new Error(`${status} ${made.code}`);
  await settleAll();
  return made;
}

const records = (bodies: string[]) =>
  ({ Records: bodies.map((body, i) => ({ messageId: String(i), body })) }) as unknown as SQSEvent;
/** An event of the bus, as the consumer's queue has it. */
export const anEvent = (workspaceId: string, type: string, data: object, id = `${newId('change')}.0`) =>
  JSON.stringify({
    'detail-type': type,
    detail: { id, workspaceId, at: new Date().toISOString(), version: 1, data },
  });
export async function happens(...bodies: string[]): Promise<void> {
  later(6 * second); // what is known of webhooks is five seconds old at most
  const { batchItemFailures } = await queueDeliveries(records(bodies));
  if (batchItemFailures.length > 0) throw new Error('The consumer failed');
}

export const waiting = () => queued.map(({ body }) => DeliveryMessage.parse(JSON.parse(body)));
export const dueIn = () => queued.map(({ visibleAt }) => visibleAt - Date.now());
/** Gives the sender one message, as often as said; answers whether it was dealt with. */
export async function give(body: string): Promise<boolean> {
  const { batchItemFailures } = await send(records([body]));
  return batchItemFailures.length === 0;
}
/** Gives the sender all that is visible as one batch. */
export async function giveAll(): Promise<number> {
  const bodies: string[] = [];
  for (let body = take(); body !== undefined; body = take()) bodies.push(body);
  const { batchItemFailures } = await send(records(bodies));
  if (batchItemFailures.length > 0) throw new Error('The sender failed');
  return bodies.length;
}
export const take = () => {
  const at = queued.findIndex(({ visibleAt }) => visibleAt <= Date.now());
  return at < 0 ? undefined : queued.splice(at, 1)[0]?.body;
};
/** Sends all that is visible now; answers how many messages there were. */
export async function work(): Promise<number> {
  let done = 0;
  for (let body = take(); body !== undefined; body = take()) {
    if (!(await give(body))) throw new Error('The sender failed');
    done++;
  }
  return done;
}
const minutes = { getRemainingTimeInMillis: () => 120_000 };
const sweep = () => sweepDue({ time: new Date().toISOString() }, minutes);
/** How late something that is due may be done at most: the clock goes in steps. */
export const longestStepMs = 10 * minute;
/** Lets time pass in such steps, with the schedule and the queue at work. */
export async function pass(ms: number): Promise<void> {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    const next = queued.map(({ visibleAt }) => visibleAt).toSorted((a, b) => a - b)[0] ?? Infinity;
    vi.setSystemTime(Math.min(until, Math.max(Date.now() + 1, Math.min(next, Date.now() + longestStepMs))));
    await sweep();
    await work();
  }
}

type Of = { webhookId: string; workspaceId?: string };
export async function log({ webhookId, workspaceId }: Of, query: Record<string, string> = {}) {
  const ws = workspaceId && { workspaceId };
  const { body } = await call(api, listWebhookDeliveriesRoute, { params: { webhookId }, query, ...ws });
  return body.items;
}
export async function logged({ webhookId, workspaceId }: Of, deliveryId: string) {
  const ws = workspaceId && { workspaceId };
  const { body } = await call(api, getWebhookDeliveryRoute, { params: { webhookId, deliveryId }, ...ws });
  return body as unknown as Delivery;
}

import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as reproject } from '../../functions/identity/on-team-changed-reproject.ts';
import { handler as handOver } from '../../functions/identity/on-user-deactivated-hand-over.ts';
import { handler as shutOut } from '../../functions/identity/on-user-deactivated-shut-out.ts';
import { handler as lookAtQueued } from '../../functions/projections/project-queued.ts';
import { teamChanged } from '../../shared/access/team-events.ts';
import { addMember } from '../../shared/identity/member-store.ts';
import { handoverGoesOn, userDeactivated, userRemoved } from '../../shared/identity/user-events.ts';
import { workspaceRecord } from '../../shared/workspaces/workspace.ts';
import { acme } from '../fixtures/ids.ts';
import { aWorkspace } from '../fixtures/workspace.ts';
import { aContext } from './context.ts';
import { readAll, settleAll, useTable } from './dynamo.ts';
import { keep } from './keep.ts';
import { useSecret } from './secret.ts';
import { haveAccount, usePool } from './user-pool.ts';

type Handler = (event: SQSEvent) => Promise<{ batchItemFailures: unknown[] }>;
const consumers: { types: string[]; handler: Handler }[] = [
  { types: teamChanged.map(({ type }) => type), handler: reproject },
  { types: [userDeactivated.type, handoverGoesOn.type], handler: handOver },
  { types: [userDeactivated.type, userRemoved.type], handler: shutOut },
];
const sqs = mockClient(SQSClient);
const bus = mockClient(EventBridgeClient);
/** Bodies of messages: of the queue of keys, and of events on the bus. */
let keys: string[] = [];
let events: string[] = [];
const delivered = new Set<string>();

/** A table with Acme, an empty user pool, an empty queue of keys and an empty bus. */
export async function usePeople(): Promise<void> {
  await useSecret();
  await useTable();
  await usePool();
  process.env.KEYS_QUEUE_URL = 'https://sqs.eu-west-1.amazonaws.com/1/keys';
  process.env.EVENT_BUS_NAME = 'crm';
  [keys, events] = [[], []];
  delivered.clear();
  sqs.reset();
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries = [] }) => {
    keys.push(...Entries.map(({ MessageBody }: { MessageBody: string }) => MessageBody));
    return { Successful: [], Failed: [] };
  });
  bus.reset();
  bus.on(PutEventsCommand).callsFake(({ Entries = [] }) => {
    for (const { DetailType, Detail } of Entries)
      events.push(JSON.stringify({ 'detail-type': DetailType, detail: JSON.parse(Detail) }));
    return { FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: 'e' })) };
  });
  await keep(workspaceRecord, aWorkspace());
}

/** Makes somebody who has signed in before a member. */
export async function join(id: string, name: string, roles: string[], workspaceId = acme): Promise<void> {
  const email = `${name.toLowerCase()}@acme.test`;
  haveAccount(email, `sub-${name.toLowerCase()}`);
  const member = { id, subject: `sub-${name.toLowerCase()}`, email, name, roles };
  await addMember(member, aContext({ workspaceId }));
}

const message = (body: string) => ({ Records: [{ messageId: '1', body }] }) as unknown as SQSEvent;
/** Events of the table's change items that were not published yet. */
async function published(): Promise<string[]> {
  const items = await Array.fromAsync(readAll());
  const fresh = items.filter(({ type, id }) => type === 'change' && !delivered.has(String(id)));
  return fresh.flatMap(({ id, workspaceId, at, events: all }) => {
    delivered.add(String(id));
    return (all as { type: string }[]).map(({ type, ...event }, n) =>
      JSON.stringify({ 'detail-type': type, detail: { ...event, id: `${id}.${n}`, workspaceId, at } }),
    );
  });
}

/** Gives an event to all that want it, as often as `times` says; whether none of them failed. */
export async function deliver(body: string, times = 1): Promise<boolean> {
  const { 'detail-type': type } = JSON.parse(body) as { 'detail-type': string };
  const wanting = consumers.filter(({ types }) => types.includes(type));
  const failures: unknown[] = [];
  for (let n = 0; n < times; n++)
    for (const { handler } of wanting) failures.push(...(await handler(message(body))).batchItemFailures);
  return failures.length === 0;
}

/** The events that wait, the table's new ones included; they are taken from the bus. */
export async function takeEvents(): Promise<string[]> {
  const all = [...events, ...(await published())];
  events = [];
  return all;
}

/** The world comes to rest: events and keys are delivered until there are no more. Throws where a message fails. */
export async function rest(): Promise<void> {
  await settleAll();
  for (let waiting = await takeEvents(); waiting.length > 0; waiting = await takeEvents()) {
    for (const body of waiting) if (!(await deliver(body))) throw new Error(`${body} failed`);
    for (let body = keys.shift(); body !== undefined; body = keys.shift()) await lookAtQueued(message(body));
    await settleAll();
  }
}

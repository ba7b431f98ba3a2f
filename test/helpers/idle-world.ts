import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as touch } from '../../functions/deals/on-activity-changed-touch-deals.ts';
import { handler as sweepDue } from '../../functions/due/sweep.ts';
import { handler as reproject } from '../../functions/projections/on-borrowed-changed-reproject.ts';
import { handler as lookAtQueued } from '../../functions/projections/project-queued.ts';
import { handler as runRules } from '../../functions/rules/on-event-run-rules.ts';
import { contactRecord } from '../../shared/contacts/contact.ts';
import { dealIdle, pipelineUpdated, touchingEvents } from '../../shared/deals/deal-events.ts';
import { idlenessEvent, idlenessType } from '../../shared/deals/idleness.ts';
import { pipelineRecord } from '../../shared/deals/pipeline.ts';
import { userRecord } from '../../shared/identity/user.ts';
import { makePresets } from '../../shared/rules/preset-store.ts';
import { liveRulesOf } from '../../shared/rules/rule-store.ts';
import type { Task } from '../../shared/tasks/task.ts';
import { workspaceRecord } from '../../shared/workspaces/workspace.ts';
import { aContact } from '../fixtures/contact.ts';
import { acme } from '../fixtures/ids.ts';
import { aPipeline } from '../fixtures/pipeline.ts';
import { aUser } from '../fixtures/user.ts';
import { aWorkspace } from '../fixtures/workspace.ts';
import { readAll, settleAll, useTable } from './dynamo.ts';
import { keep } from './keep.ts';

type Published = {
  id: string;
  workspaceId: string;
  at: string;
  type: string;
  version: number;
  data: unknown;
};
const consumers: { types: string[]; handler: typeof touch }[] = [
  { types: touchingEvents.map(({ type }) => type), handler: touch },
  { types: [pipelineUpdated.type], handler: reproject },
  { types: [dealIdle.type], handler: runRules },
];
const sqs = mockClient(SQSClient);
let queued: string[] = [];

/** What waits in the queue of keys. */
export const waiting = () => queued.length;

/** A table with Acme, its pipeline (three, seven and ten idle days), Ann and Ada, and an empty queue of keys. */
export async function useIdleWorld(): Promise<void> {
  process.env.KEYS_QUEUE_URL = 'https://sqs.eu-west-1.amazonaws.com/1/keys';
  queued = [];
  sqs.reset();
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries = [] }) => {
    queued.push(...Entries.map(({ MessageBody }: { MessageBody: string }) => MessageBody));
    return { Successful: [], Failed: [] };
  });
  await useTable();
  liveRulesOf.forget(acme);
  makePresets.forget(acme);
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
  await keep(userRecord, aUser());
  await keep(contactRecord, aContact());
}

const messages = (bodies: string[]) =>
  ({ Records: bodies.map((body, i) => ({ messageId: String(i), body })) }) as unknown as SQSEvent;

/** Every event that the table's change items have to publish, in no order. */
export async function published(): Promise<Published[]> {
  const items = await Array.fromAsync(readAll());
  const idle = items
    .filter(({ type }) => type === idlenessType)
    .map(idlenessEvent)
    .map(({ type, detail }): Published => ({ type, ...detail }));
  const told = items
    .filter(({ type }) => type === 'change')
    .flatMap(({ id, workspaceId, at, events }) =>
      (events as Published[]).map(
        (event, n) => ({ ...event, id: `${id}.${n}`, workspaceId, at }) as Published,
      ),
    );
  return [...told, ...idle];
}

const bodyOf = ({ type, ...detail }: Published) => JSON.stringify({ 'detail-type': type, detail });
/** Gives events to their consumers as their queues do; throws where a message fails. */
export async function deliver(events: Published[]): Promise<void> {
  for (const { types, handler } of consumers) {
    const bodies = events.filter(({ type }) => types.includes(type)).map(bodyOf);
    const { batchItemFailures } = await handler(messages(bodies));
    if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} messages failed`);
  }
}

/** Lets the queue of keys run empty, a message at a time; answers how many there were. */
export async function workOff(): Promise<number> {
  let done = 0;
  for (let body = queued.shift(); body !== undefined; body = queued.shift()) {
    const { batchItemFailures } = await lookAtQueued(messages([body]));
    if (batchItemFailures.length > 0) throw new Error(`${body} failed`);
    done++;
  }
  return done;
}

/** The world comes to rest: every event is delivered (again), and all records are looked at. */
export async function settle(): Promise<void> {
  await settleAll(); // a contact's deals are found by their entries
  await deliver(await published());
  await settleAll();
  await workOff();
}

const minutes = { getRemainingTimeInMillis: () => 120_000 };
/** Runs the schedule `sweep-due` as if it were this moment, and the rules that idleness begins. */
export async function sweep(time: string, context = minutes) {
  const rules = async () => deliver((await published()).filter(({ type }) => type === dealIdle.type));
  const swept = await sweepDue({ time }, context).catch(async (error: unknown) => {
    await rules().catch(() => undefined); // what makes a sweep die may make them
    throw error;
  });
  await rules();
  return swept;
}

/** The tasks that idleness made, oldest first. */
export async function idleTasks(): Promise<Task[]> {
  const items = await Array.fromAsync(readAll());
  return items
    .filter(({ sk, origin, workspaceId }) => sk === 'TASK' && origin === 'idle_deal' && workspaceId === acme)
    .map((item) => item as unknown as Task)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/** In every world the data is checked, reports count what has happened, and people have mornings with mails that nobody sends here: that is not what these tests are about. */
const ofEveryWorld = ['check', 'grade', 'activity', 'task_overdue', 'agenda', 'mail_unsettled'];
/** The due index: what else is due when. */
export async function dueEntries(): Promise<{ at: string; id: string }[]> {
  const items = await Array.fromAsync(readAll());
  return items
    .filter(({ pk, reason }) => pk.startsWith('DUE#') && !ofEveryWorld.includes(String(reason)))
    .map(({ at, id }) => ({ at: String(at), id: String(id) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

import {
  ChangeMessageVisibilityCommand,
  GetQueueUrlCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as send } from '../../../functions/mail/on-mail-queued-send.ts';
import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { type Message, messageRecord, type NewMessage, queueMessage } from '../../../shared/mail/message.ts';
import { messageStore, saveClaimed } from '../../../shared/mail/message-store.ts';
import { updateItem } from '../../../shared/platform/dynamo.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, contactId } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

type Handler = (event: SQSEvent) => Promise<SQSBatchResponse>;
export type Posted = { type: string; data: object; workspaceId?: string };

const sqs = mockClient(SQSClient);
/** The seconds after which consumers asked for their messages again, since `useOutgoing`. */
export const postponed = () =>
  sqs.commandCalls(ChangeMessageVisibilityCommand).map(({ args }) => args[0].input.VisibilityTimeout ?? 0);

/** A table with Acme in it, and the environment that the functions get. */
export async function useOutgoing(contact: Partial<Contact> = {}): Promise<void> {
  Object.assign(process.env, {
    MAIL_FROM: 'hello@acme.test',
    MAIL_DOMAIN: 'in.acme.test',
    SES_CONFIGURATION_SET: 'mail',
    SES_TRACKING_SET: 'mail-tracked',
    FILES_BUCKET: 'files',
    PUBLIC_URL: 'https://crm.acme.test',
    KEYS_QUEUE_URL: 'https://sqs.test/keys',
  });
  useSecret();
  sqs.reset();
  sqs.on(GetQueueUrlCommand).resolves({ QueueUrl: 'https://sqs.test/queue' });
  sqs.on(ChangeMessageVisibilityCommand).resolves({});
  sqs.on(SendMessageBatchCommand).resolves({});
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(contactRecord, aContact(contact));
}

/** Gives a message to a consumer as its queue does; answers whether it was dealt with. */
export async function deliverBody(handler: Handler, body: object): Promise<boolean> {
  const record = {
    messageId: 'm',
    receiptHandle: 'h',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:queue',
    body: JSON.stringify(body),
  };
  const { batchItemFailures } = await handler({ Records: [record] } as unknown as SQSEvent);
  return batchItemFailures.length === 0;
}
/** Gives an event of the bus to a consumer. */
export const deliver = (handler: Handler, { type, data, workspaceId = acme }: Posted) =>
  deliverBody(handler, {
    'detail-type': type,
    source: 'crm',
    detail: { id: 'ch_1', workspaceId, at: '2026-11-22T12:00:00.000Z', version: 1, data },
  });

/** Every event of a type that the table's change items hold, in no order. */
export async function eventsOf(type: string): Promise<Posted[]> {
  const items: Item[] = await Array.fromAsync(readAll());
  return items
    .filter((item) => item.type === 'change')
    .flatMap((item) => item.events as { type: string; data: object }[])
    .filter((event) => event.type === type);
}
/** Delivers every mail that is queued to the function that sends; answers which were dealt with. */
export const sendQueued = async () =>
  Promise.all((await eventsOf('mail.queued')).map((event) => deliver(send, event)));
export const sendOne = ({ id }: Pick<Message, 'id'>) =>
  deliver(send, { type: 'mail.queued', data: { messageId: id, purpose: 'welcome' } });

export const allMessages = async (): Promise<Message[]> =>
  (await Array.fromAsync(readAll()))
    .filter(({ sk }) => sk === 'MESSAGE')
    .map((item) => messageRecord.schema.parse(item));
export const allActivities = async () =>
  (await Array.fromAsync(readAll())).filter(({ sk }) => sk === 'ACTIVITY');

/** A queued welcome mail to Ada. */
export async function aQueued(over: Partial<NewMessage> = {}): Promise<Message> {
  const by = aContext({ now: new Date().toISOString() });
  const threadId = newId('thread', by.now);
  const about = {
    contactId,
    threadId,
    to: 'ada@example.com',
    claim: `welcome:${newId('form')}:${contactId}`,
  };
  const words = { subject: 'Hello', text: 'Hello Ada,\n\nthank you.', html: '<p>Hello Ada</p>' };
  const change = queueMessage({ purpose: 'welcome', ...about, ...words, ...over }, by);
  await saveClaimed(change, by, { threadId, contactId, dealIds: [] });
  return change.after;
}
export const stored = (message: Pick<Message, 'id'>) => messageStore.get(acme, message.id);

/** Lets time pass until the lease of whoever is sending has ended. */
export const endLease = async ({ id }: Pick<Message, 'id'>) => {
  const key = messageStore.keyOf(acme, id);
  const at = '2020-01-01T00:00:00.000Z';
  await updateItem(key, {
    UpdateExpression: 'SET leaseUntil = :at',
    ConditionExpression: '#status = :sending',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':at': at, ':sending': 'sending' },
  }).catch((error: Error) => {
    if (error.name !== 'ConditionalCheckFailedException') throw error;
  });
};

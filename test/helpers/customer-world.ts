import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect } from 'vitest';
import { handler as onQueued } from '../../functions/projections/project-queued.ts';
import { handler as scoring } from '../../functions/segments/api.ts';
import { handler as onDefinitions } from '../../functions/segments/on-definitions-changed-reproject.ts';
import { contactRecord } from '../../shared/contacts/contact.ts';
import { dateAfter } from '../../shared/core/local-day.ts';
import { purchasesSk } from '../../shared/orders/purchases.ts';
import { getItem } from '../../shared/platform/dynamo.ts';
import { riskOf, riskSk } from '../../shared/risk/risk.ts';
import { scoringLearned } from '../../shared/scoring/scoring-events.ts';
import { scoringModelKey, scoringModelType } from '../../shared/scoring/scoring-model.ts';
import { getScoringRoute, learnRiskRoute } from '../../shared/scoring/scoring-routes.ts';
import { aContact } from '../fixtures/contact.ts';
import { acme } from '../fixtures/ids.ts';
import { bought } from '../fixtures/purchases.ts';
import { call } from './call.ts';
import { settleAll, useTable } from './dynamo.ts';
import { keep } from './keep.ts';
import { putItem } from './put-item.ts';

export const now = new Date().toISOString();
const ago = (days: number) => dateAfter(now.slice(0, 10), -days);
const sqs = mockClient(SQSClient);
let queued: string[] = [];

/** An empty table and an empty queue of keys before each test. */
export function aCustomerWorld(): void {
  beforeEach(async () => {
    process.env.KEYS_QUEUE_URL = 'https://sqs.test/1/keys';
    queued = [];
    sqs.reset();
    sqs.on(SendMessageBatchCommand).callsFake(({ Entries = [] }) => {
      queued.push(...Entries.map(({ MessageBody }: { MessageBody: string }) => MessageBody));
      return { Successful: [], Failed: [] };
    });
    await useTable();
  });
}

export const idOf = (n: number) => `ct_01K${String(n).padStart(23, '0')}`;
const pkOf = (n: number) => `WS#${acme}#CONTACT#${idOf(n)}`;
/**
 * All ordered twice some months ago. Those of an even number spent much and came back; the others spent little, and came back hardly
 * ever: nothing but money tells who does.
 */
export async function customers(
  count: number,
  leftOf: (n: number) => boolean | undefined = () => undefined,
): Promise<void> {
  for (let n = 0; n < count; n++) {
    const left = leftOf(n);
    const custom: Record<string, boolean> = left === undefined ? {} : { left };
    await keep(contactRecord, aContact({ id: idOf(n), emails: [], updatedAt: now, custom }));
    const isBack = (n % 2 === 0) !== (n % 10 === 1);
    const days = [...(isBack ? [ago(30)] : []), ago(100 + (n % 40)), ago(160 + (n % 40))];
    const cents = days.map(() => (n % 2 === 0 ? 50_000 : 2000) + n);
    await putItem({ pk: pkOf(n), sk: purchasesSk, ...bought(days, cents) });
  }
  await settleAll();
}
/** Every message of the queue of keys, and what those ask for. */
export async function runQueue(): Promise<number> {
  let messages = 0;
  for (let body = queued.shift(); body !== undefined; body = queued.shift()) {
    messages++;
    const event = { Records: [{ messageId: '1', body, attributes: {} }] } as unknown as SQSEvent;
    expect(await onQueued(event)).toEqual({ batchItemFailures: [] });
  }
  await settleAll();
  return messages;
}
/** Whether it is told that what was learned is something else than before. */
export const isTold = async () => (await getItem(scoringModelKey(acme, 'risk')))?.type === scoringModelType;
/** The event of it, as its consumer gets it. */
export async function tellLearned(): Promise<void> {
  expect(await isTold()).toBe(true);
  const { type, ...event } = scoringLearned({ purpose: 'risk' });
  const detail = { ...event, id: 'sc.1', workspaceId: acme, at: now };
  const body = JSON.stringify({ 'detail-type': type, detail });
  const answer = await onDefinitions({ Records: [{ messageId: '1', body }] } as unknown as SQSEvent);
  expect(answer).toEqual({ batchItemFailures: [] });
}
export const askToLearn = () => call(scoring, learnRiskRoute, {});
export const card = async (role: 'admin' | 'rep' = 'admin') => {
  const { cards } = (await call(scoring, getScoringRoute, { role })).body;
  return cards.find(({ purpose }) => purpose === 'risk');
};
export const stored = async (n: number) => riskOf(await getItem({ pk: pkOf(n), sk: riskSk }));

import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { functions } from '../../../infra/functions.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import type { Route } from '../../../shared/core/route.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { activityId, ann, contactId, dealId, pipelineId, taskId } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { call } from '../../helpers/call.ts';
import { makeForm, useAcme } from '../../helpers/form-world.ts';
import { keep } from '../../helpers/keep.ts';
import { foundIn, sentinels, telling } from './sentinels.ts';
import { faults, tableThat } from './table-faults.ts';

vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'DEBUG'; // before any module makes a logger
  process.env.ISSUER_URL = 'http://127.0.0.1:9';
  process.env.ISSUER_AUDIENCE = 'console';
});

const said: string[] = [];
const originals = { out: process.stdout.write, err: process.stderr.write };
function listen(): void {
  said.length = 0;
  const hear = (chunk: unknown) => said.push(String(chunk)) > 0;
  process.stdout.write = hear as typeof process.stdout.write;
  process.stderr.write = hear as typeof process.stderr.write;
  for (const channel of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, channel).mockImplementation((...all) => void said.push(all.map(String).join(' ')));
}
function stop(): string {
  process.stdout.write = originals.out;
  process.stderr.write = originals.err;
  vi.restoreAllMocks();
  return said.join('');
}

const ids: Record<string, string> = { contactId, dealId, taskId, activityId, pipelineId, userId: ann };
beforeAll(async () => {
  await useAcme();
  await keep(contactRecord, aContact());
  await keep(dealRecord, aDeal({ contactId }));
  await keep(taskRecord, aTask({ contactId, dealId }));
  await keep(activityRecord, anActivity({ contactId, dealIds: [dealId] }));
  const { id, formKey } = await makeForm();
  Object.assign(ids, { formId: id, formKey });
});
afterEach(() => {
  tableThat();
  stop();
});
afterAll(() => stop());

const load = async (entry: string) => import(new URL(`../../../${entry}`, import.meta.url).href);
const operations = functions.flatMap(({ entry, trigger }) =>
  trigger.kind === 'api'
    ? trigger.routes.map((route) => ({ entry, route, operationId: route.operationId }))
    : [],
);

async function everyRequest(entry: string, route: Route): Promise<string> {
  const { handler } = await load(entry);
  listen();
  for (const one of telling(route, ids)) await call(handler, route, one);
  for (const fault of Object.keys(faults)) {
    tableThat(fault);
    for (const one of telling(route, ids).slice(0, 3)) await call(handler, route, one);
  }
  return stop();
}

describe('nothing of a person and no credential is in what is logged', () => {
  let errors = 0;
  test.each(operations)(
    'by $operationId, whether it succeeds, refuses or breaks',
    async ({ entry, route }) => {
      const text = await everyRequest(entry, route);
      expect(foundIn(text)).toEqual([]);
      errors += text.split('unhandled error').length - 1;
    },
  );
  test('(and much was logged)', () => expect(errors).toBeGreaterThan(operations.length));
});

const eventBody = { 'detail-type': 'form.submitted', detail: { id: 'x', at: 1, data: { ...sentinels } } };
const sqs = (body: string) => ({
  Records: [
    {
      messageId: 'm1',
      receiptHandle: 'r',
      eventSourceARN: 'arn:aws:sqs:eu-west-1:1:q',
      body,
      attributes: {},
    },
  ],
});
const image = Object.fromEntries(Object.entries(sentinels).map(([name, S]) => [name, { S }]));
const stream = {
  Records: [
    {
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: '1',
        Keys: { pk: { S: 'WS#1' }, sk: { S: 'CONTACT' } },
        NewImage: { ...image, type: { S: 'change' } },
      },
    },
  ],
};
const eventsFor = (kind: string): object[] => {
  if (kind === 'stream') return [stream];
  if (kind === 'schedule') return [{ time: '2026-11-22T12:00:00Z' }, { time: sentinels.name }];
  if (kind === 'authorizer')
    return [sentinels.token, sentinels.key, `Bearer ${sentinels.token}`, `Bearer ${sentinels.key}`].map(
      (authorization) => ({
        headers: { authorization },
        requestContext: { http: { sourceIp: '192.0.2.1' } },
      }),
    );
  return [sqs(JSON.stringify(eventBody)), sqs(`{"email":${sentinels.email}`), sqs(JSON.stringify(sentinels))];
};

describe('nor in what a background function logs or throws', () => {
  const background = functions.filter(({ trigger }) => trigger.kind !== 'api');
  test.each(background)('$name', async ({ entry, trigger }) => {
    const { handler } = await load(entry);
    listen();
    for (const fault of [undefined, ...Object.keys(faults)]) {
      tableThat(fault);
      for (const event of eventsFor(trigger.kind)) {
        try {
          await handler(event, {});
        } catch (error) {
          said.push((error as Error).stack ?? String(error)); // Lambda logs it
        }
      }
    }
    expect(foundIn(stop())).toEqual([]);
  });
});

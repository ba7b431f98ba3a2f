import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { handler as api } from '../../../functions/webhooks/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { db } from '../../../shared/platform/dynamo.ts';
import { redeliverRoute, testWebhookRoute } from '../../../shared/webhooks/delivery-routes.ts';
import {
  getWebhookRoute,
  patchWebhookRoute,
  resumeWebhookRoute,
  rotateWebhookSecretRoute,
} from '../../../shared/webhooks/webhook-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { ann, contactId, dealId } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { notifications } from '../../helpers/notified.ts';
import { allMessages } from '../mail-out/outgoing.ts';
import * as world from './webhook-world.ts';

const { second, minute, hour, later } = world;
/** What a process knows of a workspace's webhooks is kept: each test has a workspace of its own. */
let ws = '';
beforeEach(async () => {
  await world.useWebhooks();
  ws = newId('workspace');
  await keep(workspaceRecord, aWorkspace({ id: ws }));
});
afterAll(world.endTarget);

const moved = { dealId, pipelineId: 'pl_1', fromStageId: 'new', toStageId: 'won', status: 'won' };
const dealMoved = (id?: string) => world.anEvent(ws, 'deal.moved', moved, id);
const of = ({ id }: { id: string }) => ({ webhookId: id, workspaceId: ws });
const tell = async () => {
  await world.happens(dealMoved());
  await world.work();
};
const statuses = (delivery: { attempts: { status?: number | undefined; error?: string | undefined }[] }) =>
  delivery.attempts.map(({ status, error }) => status ?? error);
const standing = async (webhookId: string) =>
  (await call(api, getWebhookRoute, { params: { webhookId }, workspaceId: ws })).body;
const verified = ({ body, headers }: world.Received, secret = '') =>
  new Verifier(secret).verify(body, headers as Record<string, string>) as { type: string };
/** The verifier's clock is the test's. */
const isVerified = (post: world.Received | undefined, secret: string | undefined) => {
  try {
    return post !== undefined && verified(post, secret).type === 'deal.moved';
  } catch {
    return false;
  }
};

test('a target that answers 500, then 429, then hangs, then 200 gets the event once more each time, under one id, and the log shows it', async () => {
  const webhook = await world.aWebhook({}, ws);
  world.willAnswer(500, { status: 429, headers: { 'retry-after': '120' } }, 'hang', 200);
  await world.happens(dealMoved());
  await world.work();
  expect(world.posts()).toHaveLength(1);
  expect(world.dueIn()[0]).toBeGreaterThanOrEqual(4 * second);
  expect(world.dueIn()[0]).toBeLessThanOrEqual(8 * second);
  later(8 * second);
  await world.work();
  expect(world.dueIn()[0]).toBeGreaterThanOrEqual(119 * second); // what it asked for is more than the plan's half minute
  later(125 * second);
  await world.work(); // ten seconds, in which it says nothing
  later(4 * minute);
  await world.work();
  expect(world.posts()).toHaveLength(4);
  const [item] = await world.log(of(webhook));
  expect(item).toMatchObject({ type: 'deal.moved', status: 'delivered', attemptCount: 4 });
  const delivery = await world.logged(of(webhook), String(item?.id));
  expect(statuses(delivery)).toEqual([500, 429, 'timeout', 200]);
  expect(new Set(world.posts().map(({ headers }) => headers['webhook-id']))).toEqual(new Set([item?.id]));
  expect(new Set(world.posts().map(({ body }) => body)).size).toBe(1);
  expect(world.waiting()).toEqual([]);
  expect(await world.log(of(webhook), { status: 'retrying' })).toEqual([]);
}, 60_000);

test('a post says what happened in ids, is signed, and is refused by a verifier once a letter is changed', async () => {
  const { secret } = await world.aWebhook({}, ws);
  await tell();
  const [post] = world.posts();
  expect(JSON.parse(String(post?.body))).toMatchObject({ type: 'deal.moved', workspaceId: ws, data: moved });
  expect(isVerified(post, secret)).toBe(true);
  expect(isVerified(post && { ...post, body: post.body.replace('won', 'w0n') }, secret)).toBe(false);
});

test('an event that comes twice, at once or later, is one delivery, and is posted once', async () => {
  const webhook = await world.aWebhook({}, ws);
  const id = `${newId('change')}.1`;
  const event = dealMoved(id);
  await world.happens(event);
  await world.work();
  await Promise.all([world.happens(event), world.happens(event)]);
  await world.work();
  expect(world.posts()).toHaveLength(1);
  expect(await world.log(of(webhook))).toHaveLength(1);
});

test('a consumer that dies between the delivery and its message queues it when the event comes again', async () => {
  await world.aWebhook({}, ws);
  const event = dealMoved();
  await world.happens(event);
  world.take(); // it never was in the queue
  await world.happens(event);
  expect(await world.work()).toBe(1);
  expect(world.posts()).toHaveLength(1);
});

test('a message that comes twice makes one attempt', async () => {
  const webhook = await world.aWebhook({}, ws);
  world.willAnswer(500);
  await world.happens(dealMoved());
  const body = String(world.take());
  await world.give(body);
  const [first] = await world.log(of(webhook));
  await world.give(body);
  expect(world.posts()).toHaveLength(1);
  expect(first).toMatchObject({ attemptCount: 1, status: 'retrying' });
  expect(world.waiting().every(({ attempt }) => attempt === 2)).toBe(true);
});

describe('a sender that dies', () => {
  test.each([
    ['before its note is stored', false],
    ['after its note is stored', true],
  ])('%s posts or goes on when its message comes again, and nothing is lost', async (_, isStored) => {
    const webhook = await world.aWebhook({}, ws);
    world.willAnswer(503);
    await world.happens(dealMoved());
    const body = String(world.take());
    const send = db.send.bind(db);
    const dying = vi.spyOn(db, 'send').mockImplementation((async (command: never) => {
      if (!((command as object) instanceof TransactWriteCommand)) return send(command);
      if (isStored) await send(command);
      throw new Error('killed');
    }) as never);
    expect(await world.give(body)).toBe(false);
    dying.mockRestore();
    expect(world.waiting()).toEqual([]);
    expect(await world.give(body)).toBe(true);
    await world.pass(minute);
    const [item] = await world.log(of(webhook));
    expect(item?.status).toBe('delivered');
    const ids = world.posts().map(({ headers }) => headers['webhook-id']);
    expect(ids.length).toBeGreaterThanOrEqual(2);
    expect(new Set(ids)).toEqual(new Set([item?.id]));
  });
});

test('a target that is down is tried for a day, with growing steps, then given up; it can be redelivered under the same id', async () => {
  const webhook = await world.aWebhook({}, ws);
  world.willAnswer(...Array.from({ length: 40 }, () => 503));
  await world.happens(dealMoved());
  await world.work();
  await world.pass(26 * hour);
  const [item] = await world.log(of(webhook), { status: 'failed' });
  expect(item).toMatchObject({ status: 'failed', reason: 'gave_up' });
  const { attempts } = await world.logged(of(webhook), String(item?.id));
  expect(attempts.length).toBeGreaterThanOrEqual(10);
  expect(attempts.length).toBeLessThanOrEqual(16);
  const [first, last] = [Date.parse(attempts[0]?.at ?? ''), Date.parse(attempts.at(-1)?.at ?? '')];
  expect(last - first).toBeGreaterThan(18 * hour);
  expect(last - first).toBeLessThanOrEqual(24 * hour + world.longestStepMs);
  expect(world.waiting()).toEqual([]);
  const due = (await Array.fromAsync(readAll())).filter(({ reason }) => reason === 'webhook_retry');
  expect(due).toEqual([]);

  const params = { webhookId: webhook.id, deliveryId: String(item?.id) };
  const again = { params, workspaceId: ws, now: new Date().toISOString() };
  world.posts().length = 0;
  expect((await call(api, redeliverRoute, again)).status).toBe(202);
  expect(await call(api, redeliverRoute, again)).toMatchObject({
    status: 409,
    body: { code: 'delivery_not_settled' },
  });
  for (let lost = world.take(); lost !== undefined; lost = world.take()); // the request died before it was queued
  await world.pass(30 * minute);
  expect(world.posts()[0]?.headers['webhook-id']).toBe(item?.id);
}, 120_000);

test('of a target that is stuck one delivery at a time is tried, and once it is back all get through, each once', async () => {
  const webhook = await world.aWebhook({}, ws);
  world.willAnswer(503, 503, 503);
  await world.happens(dealMoved());
  await world.work();
  await world.pass(2 * minute);
  const before = world.posts().length;
  world.willAnswer(503);
  await world.happens(...Array.from({ length: 10 }, () => dealMoved()));
  expect(await world.giveAll()).toBeGreaterThanOrEqual(10);
  expect(world.posts().length).toBe(before + 1);
  expect((await world.log(of(webhook), { status: 'retrying' })).length).toBe(11);
  await world.pass(3 * hour);
  const all = await world.log(of(webhook));
  expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 11 }, () => 'delivered'));
  const ids = world
    .posts()
    .slice(before + 1)
    .map(({ headers }) => headers['webhook-id']);
  expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
});

test.each([400, 401, 404, 301])('an answer of %i is given up at once', async (status) => {
  const webhook = await world.aWebhook({}, ws);
  world.willAnswer({ status, headers: { location: 'http://127.0.0.1:1/' } });
  await tell();
  await world.pass(2 * hour);
  expect(world.posts()).toHaveLength(1);
  expect((await world.log(of(webhook)))[0]).toMatchObject({ status: 'failed', reason: 'refused' });
});

test('a target that is gone (410) is left alone at once, and who made the webhook is told once', async () => {
  const webhook = await world.aWebhook({ description: 'Billing' }, ws);
  world.willAnswer(410, 410);
  await world.happens(dealMoved(), dealMoved());
  await world.work();
  expect(await standing(webhook.id)).toMatchObject({ status: 'paused', pausedReason: 'gone' });
  await tell();
  expect(world.posts()).toHaveLength(1); // the second was held back
});

test('after three days in which nothing got through the webhook is paused and its maker gets one mail; resumed, it goes on', async () => {
  const webhook = await world.aWebhook({}); // of Acme, whose user made it
  const acmes = { webhookId: webhook.id };
  const down = () => world.willAnswer(...Array.from({ length: 60 }, () => 500));
  down();
  for (let day = 0; day < 4; day++) {
    await world.happens(world.anEvent(webhookWorkspace, 'deal.moved', moved));
    await world.work();
    await world.pass(25 * hour);
  }
  const { body } = await call(api, getWebhookRoute, { params: { webhookId: webhook.id } });
  expect(body).toMatchObject({ status: 'paused', pausedReason: 'failing' });
  const mails = (await allMessages()).filter(({ purpose }) => purpose === 'webhook_paused');
  expect(mails).toMatchObject([{ to: 'ann@acme.test', status: 'queued' }]);
  expect(mails[0]?.text).not.toContain('/hook');
  const told = await notifications();
  expect(told).toMatchObject([{ userId: ann, topic: 'webhook_paused', about: webhook.id, code: 'failing' }]);
  const tried = world.posts().length;
  await world.happens(world.anEvent(webhookWorkspace, 'deal.moved', moved));
  expect(await world.work()).toBe(0);
  const resumed = await call(api, resumeWebhookRoute, { params: acmes, now: new Date().toISOString() });
  expect(resumed.body).toMatchObject({ status: 'active' });
  expect(resumed.body).not.toHaveProperty('pausedReason');
  await world.happens(world.anEvent(webhookWorkspace, 'deal.moved', moved));
  await world.work();
  expect(world.posts().length).toBe(tried + 1);
}, 240_000);
const webhookWorkspace = aWorkspace().id;

test('for a day after a rotation both secrets verify, then the new one alone; no item of the table holds either', async () => {
  const webhook = await world.aWebhook({}, ws);
  const params = { webhookId: webhook.id };
  const { body: rotated } = await call(api, rotateWebhookSecretRoute, {
    params,
    workspaceId: ws,
    now: new Date().toISOString(),
  });
  await tell();
  const [post] = world.posts();
  expect(post?.headers['webhook-signature']?.toString().split(' ')).toHaveLength(2);
  expect(isVerified(post, webhook.secret)).toBe(true);
  expect(isVerified(post, rotated.secret)).toBe(true);
  later(24 * hour);
  await tell();
  const after = world.posts()[1];
  expect(isVerified(after, webhook.secret)).toBe(false);
  expect(isVerified(after, rotated.secret)).toBe(true);
  const table = JSON.stringify(await Array.fromAsync(readAll()));
  for (const secret of [webhook.secret, rotated.secret])
    expect(table).not.toContain(String(secret).slice('whsec_'.length));
});

test('nothing of what a target says is kept', async () => {
  await world.aWebhook({}, ws);
  world.willAnswer(400);
  await tell();
  expect(JSON.stringify(await Array.fromAsync(readAll()))).not.toContain('Lovelace');
});

test('a webhook hears of the types that it asked for, and of records of which its condition holds at that moment', async () => {
  const lead = { id: contactId, workspaceId: ws, lifecycle: 'lead' as const };
  await keep(contactRecord, aContact(lead));
  const some = { events: ['contact.updated' as const] };
  const [leads, customers] = [
    await world.aWebhook({ ...some, condition: { lifecycle: 'lead' } }, ws),
    await world.aWebhook({ ...some, condition: { lifecycle: 'customer' } }, ws),
  ];
  const data = { recordId: contactId, recordVersion: 2, fields: ['lastName'] };
  await world.happens(world.anEvent(ws, 'contact.updated', data), dealMoved());
  await world.work();
  expect(await world.log(of(leads))).toMatchObject([{ type: 'contact.updated', status: 'delivered' }]);
  expect(await world.log(of(customers))).toEqual([]);
});

test('one that is paused by hand is told of nothing; a ping reaches it all the same, once', async () => {
  const webhook = await world.aWebhook({}, ws);
  const params = { webhookId: webhook.id };
  const now = new Date().toISOString();
  await call(api, patchWebhookRoute, { params, workspaceId: ws, now, body: { status: 'paused' } });
  await world.happens(dealMoved());
  expect(await world.work()).toBe(0);
  world.willAnswer(500);
  const ping = await call(api, testWebhookRoute, { params, workspaceId: ws, now });
  expect(ping.status).toBe(202);
  await world.work();
  await world.pass(30 * minute);
  expect(world.posts().map(({ body }) => JSON.parse(body).type)).toEqual(['webhook.ping']);
  expect((await world.log(of(webhook)))[0]).toMatchObject({ status: 'failed', type: 'webhook.ping' });
});

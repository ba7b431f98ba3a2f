import { afterAll, beforeAll, expect, test } from 'vitest';
import { handler } from '../../../functions/webhooks/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { newDelivery } from '../../../shared/webhooks/delivery.ts';
import { deliveryRoutes, listWebhookDeliveriesRoute } from '../../../shared/webhooks/delivery-routes.ts';
import { deliveryItem } from '../../../shared/webhooks/delivery-store.ts';
import {
  createWebhookRoute,
  deleteWebhookRoute,
  getWebhookRoute,
  listWebhooksRoute,
  patchWebhookRoute,
  webhookRoutes,
} from '../../../shared/webhooks/webhook-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { globex, noon } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { putItem } from '../../helpers/put-item.ts';
import * as world from './webhook-world.ts';

const routes = [...webhookRoutes, ...deliveryRoutes];
let webhookId = '';
let deliveryId = '';
beforeAll(async () => {
  await world.useWebhooks();
  await keep(workspaceRecord, aWorkspace({ id: globex }));
  webhookId = (await world.aWebhook({}, globex)).id;
  const happened = { workspaceId: globex, eventId: 'ch_1.0', type: 'deal.created', at: noon, data: {} };
  const made = newDelivery(webhookId, happened, noon);
  deliveryId = made.id;
  await putItem(deliveryItem({ ...made, status: 'failed', reason: 'refused' }));
});
afterAll(world.endTarget);

itHidesOtherWorkspaces({
  handler,
  routes,
  theirs: () => ({ webhookId, deliveryId }),
  nobodys: { webhookId: newId('webhook'), deliveryId: newId('delivery') },
});

test('a delivery is found by its own webhook alone', async () => {
  const other = await world.aWebhook({}, globex);
  const { body } = await call(handler, listWebhookDeliveriesRoute, {
    params: { webhookId: other.id },
    workspaceId: globex,
  });
  expect(body.items).toEqual([]);
});

test('a secret is in the answer to its making alone: not in the list, not in the repeated answer, not in the table', async () => {
  const body = { url: world.targetUrl(), events: ['*'] };
  const headers = { 'idempotency-key': 'once' };
  const first = await call(handler, createWebhookRoute, { body, headers });
  const again = await call(handler, createWebhookRoute, { body, headers });
  expect(first.body).toMatchObject({ secret: expect.stringMatching(/^whsec_/), secretShown: true });
  expect(again.body).toEqual({ ...first.body, secret: undefined, secretShown: false });
  await settleAll();
  const { body: listed } = await call(handler, listWebhooksRoute, {});
  const { body: read } = await call(handler, getWebhookRoute, { params: { webhookId: first.body.id } });
  const table = await Array.fromAsync(readAll());
  expect(JSON.stringify([listed, read, table])).not.toContain(String(first.body.secret).slice(6));
});

test('a webhook to a private place is refused, and one that is there cannot be led there', async () => {
  const refused = { status: 400, body: { code: 'webhook_url_refused', errors: [{ pointer: '/url' }] } };
  const body = { url: 'https://169.254.169.254/', events: ['*'] };
  expect(await call(handler, createWebhookRoute, { body })).toMatchObject(refused);
  const { id } = await world.aWebhook({});
  const patch = { params: { webhookId: id }, body: { url: 'http://10.0.0.1/' } };
  expect(await call(handler, patchWebhookRoute, patch)).toMatchObject(refused);
});

test('an event that there is none of is refused by its name', async () => {
  const body = { url: world.targetUrl(), events: ['deal.exploded'] };
  expect(await call(handler, createWebhookRoute, { body })).toMatchObject({
    status: 400,
    body: { code: 'validation_failed', errors: [{ pointer: '/events/0' }] },
  });
});

test('a patch sets what it names, clears what is null, and replaces a condition as a whole', async () => {
  const { id, version } = await world.aWebhook({
    description: 'Old',
    condition: { name: 'Mill' },
    events: ['deal.moved'],
  });
  const patch = (body: object) => call(handler, patchWebhookRoute, { params: { webhookId: id }, body });
  expect((await patch({ condition: { status: 'won' } })).body).toMatchObject({
    condition: { status: 'won' },
    description: 'Old',
    version: version + 1,
  });
  const { body } = await patch({ condition: null, description: null });
  expect(body).not.toHaveProperty('condition');
  expect(body).not.toHaveProperty('description');
  expect((await patch({ description: null })).body.version).toBe(body.version); // nothing was changed
});

test('one that is deleted leaves no secret behind and is posted nothing that waits', async () => {
  const { id } = await world.aWebhook({ events: ['deal.idle'] });
  await world.happens(world.anEvent(aWorkspace().id, 'deal.idle', { dealId: 'dl_1' }));
  const gone = await call(handler, deleteWebhookRoute, { params: { webhookId: id } });
  expect(gone.status).toBe(204);
  const ofIt = world.waiting().filter(({ webhookId }) => webhookId === id);
  expect(ofIt).toHaveLength(1);
  const before = world.posts().length;
  expect(await world.give(JSON.stringify(ofIt[0]))).toBe(true);
  expect(world.posts()).toHaveLength(before);
  const left = (await Array.fromAsync(readAll())).filter(({ pk, sk }) => pk.includes(id) && sk === 'SECRETS');
  expect(left).toEqual([]);
});

test('a workspace has twenty at most', async () => {
  const ws = newId('workspace');
  await keep(workspaceRecord, aWorkspace({ id: ws }));
  const body = { url: world.targetUrl(), events: ['*'] };
  for (let n = 0; n < 20; n++) await call(handler, createWebhookRoute, { body, workspaceId: ws });
  await settleAll();
  expect(await call(handler, createWebhookRoute, { body, workspaceId: ws })).toMatchObject({
    status: 409,
    body: { code: 'too_many_webhooks' },
  });
});

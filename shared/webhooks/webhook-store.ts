import { answeringWith, type Context } from '../core/actor.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type Change, changesNothing, type Kept } from '../core/record.ts';
import { cached } from '../platform/cache.ts';
import { queryItems } from '../platform/dynamo.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { itIsWell } from './health-store.ts';
import { firstSecret, nextSecret, secretsGone } from './secret-store.ts';
import { newSecretText } from './signature.ts';
import { mostWebhooks, tooManyWebhooks, type Webhook, webhookRecord } from './webhook.ts';
import { webhookListPk } from './webhook-projection.ts';

/** WEBHOOK-1: by id, one GetItem. */
export const webhookStore = recordStore(webhookRecord);

/** WEBHOOK-2: newest first, one Query and one BatchGet a page. */
export const webhookPage = (workspaceId: string, page: PageRequest): Promise<Page<Webhook>> =>
  recordPage({ pk: webhookListPk(workspaceId), newestFirst: true }, page, 'webhooks', (ids) =>
    webhookStore.getMany(workspaceId, ids),
  );

const idsOf = async (workspaceId: string): Promise<string[]> => {
  const { items } = await queryItems({ pk: webhookListPk(workspaceId), limit: 2 * mostWebhooks });
  return items.map(({ id }) => String(id));
};
/** Throws `too_many_webhooks`. The list is a second behind, so that some made at once may be a few more. */
export async function assertRoomForWebhook(workspaceId: string): Promise<void> {
  if ((await idsOf(workspaceId)).length >= mostWebhooks) throw tooManyWebhooks();
}

const knownMs = 5000;
/** WEBHOOK-3: all of a workspace's, to choose among them for an event: one Query and one BatchGet at most every 5 s a process. */
export const webhooksOf = cached(knownMs, async (workspaceId): Promise<Webhook[]> => {
  const ids = await idsOf(workspaceId);
  return ids.length > 0 ? webhookStore.getMany(workspaceId, ids) : [];
});

type Shown = Webhook & { secret?: string; secretShown: boolean; oldSecretUntil?: string };
/** What a repeated request is answered: the secret itself is kept nowhere in the clear. */
const replay = (webhook: Webhook): Shown => ({ ...webhook, secretShown: false });

/** Stores a new webhook with its first secret, which is in this answer alone. */
export async function saveNewWebhook(change: Kept<Webhook>, by: Context): Promise<Shown> {
  const secret = newSecretText();
  await webhookStore.save(change, answeringWith(by, replay), [await firstSecret(change.after, secret)]);
  return { ...change.after, secret, secretShown: true };
}

/** Stores another secret, which is in this answer alone. Throws `version_conflict` where somebody did so at the same moment. */
export async function saveRotation(change: Kept<Webhook>, by: Context): Promise<Shown> {
  const secret = newSecretText();
  const { until, ...write } = await nextSecret(change.after, secret, by.now);
  await webhookStore.save(change, answeringWith(by, replay), [write]);
  return { ...change.after, secret, secretShown: true, oldSecretUntil: until };
}

/** Stores a change. One that is active again has no past: its target is given three days once more. */
export async function saveWebhook(change: Kept<Webhook>, by: Context): Promise<Webhook> {
  const { before, after } = change;
  if (before && changesNothing(change)) return before;
  const isBack = before?.status === 'paused' && after.status === 'active';
  await webhookStore.save(change, by, isBack ? [itIsWell(after)] : []);
  return after;
}

/** What was delivered to it is forgotten with the days; nobody finds it without the webhook. */
export const removeWebhook = (change: Change<Webhook>, by: Context): Promise<void> => {
  const webhook = change.before as Webhook;
  return webhookStore.save(change, by, [secretsGone(webhook), itIsWell(webhook)]);
};

import type { Context } from '../core/actor.ts';
import { dueEntry } from '../core/due.ts';
import { AppError, notFound } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type Item, type Key, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { commit, type Write } from '../platform/commit.ts';
import { queryPage } from '../platform/cursor.ts';
import { getItem, getItems } from '../platform/dynamo.ts';
import { env } from '../platform/env.ts';
import { onceWrite } from '../platform/once.ts';
import { parseContext } from '../platform/parse-context.ts';
import { enqueue } from '../platform/queue.ts';
import { recordPage } from '../platform/record-list.ts';
import { versionConflict } from '../platform/record-store.ts';
import { Delivery, type DeliveryMessage, nextMessage, wayOf } from './delivery.ts';
import { healthKey } from './health-store.ts';
import { secretsKey } from './secret-store.ts';
import { webhookStore } from './webhook-store.ts';

type Named = Pick<DeliveryMessage, 'workspaceId' | 'webhookId'>;
/** What troubles a target stands in a list of its own; nearly all is delivered at once and never does. */
export type Troubled = 'retrying' | 'failed';

const deliveriesPk = ({ workspaceId, webhookId }: Named, status?: Troubled) =>
  `${recordKey(workspaceId, 'webhook', webhookId).pk}#DELIVERIES${status ? `#${status}` : ''}`;
const deliveryKey = (of: Named, id: string): Key => ({ pk: deliveriesPk(of), sk: id });
export const deliveryItem = (delivery: Delivery): Item => ({
  ...delivery,
  ...deliveryKey(delivery, delivery.id),
});
const parse = (item: Item): Delivery => Delivery.parse(item, parseContext());

/** DELIVERY-1: by webhook and id, one GetItem. Throws `delivery_not_found`. */
export async function getDelivery(of: Named, id: string): Promise<Delivery> {
  const item = await getItem(deliveryKey(of, id));
  if (!item) throw notFound('delivery', id);
  return parse(item);
}

async function getMany(of: Named, ids: string[]): Promise<Delivery[]> {
  const items = await getItems(ids.map((id) => deliveryKey(of, id)));
  return ids.flatMap((id) => {
    const item = items.get(nameOf(deliveryKey(of, id)));
    return item ? [parse(item)] : [];
  });
}

/** DELIVERY-2: newest event first: one Query a page; one BatchGet more for those of one status. */
export const deliveryPage = (
  of: Named,
  status: Troubled | undefined,
  page: PageRequest,
): Promise<Page<Delivery>> => {
  if (status === undefined)
    return queryPage({ pk: deliveriesPk(of), newestFirst: true }, page, 'deliveries', parse);
  const range = { pk: deliveriesPk(of, status), newestFirst: true };
  return recordPage(
    range,
    page,
    `deliveries ${status}`,
    (ids) => getMany(of, ids),
    (one) => one.status === status,
  );
};

/** Somebody else noted the same attempt, or asked for another round. */
export class Outrun extends Error {}

/** That the delivery stands in the list of its status, and in no other. */
function listing(before: Delivery | undefined, after: Delivery): Write[] {
  const listOf = (one: Delivery | undefined) =>
    one?.status === 'retrying' || one?.status === 'failed' ? one.status : undefined;
  const [had, has] = [listOf(before), listOf(after)];
  if (had === has) return [];
  const { id, expiresAt } = after;
  return [
    ...(has ? [{ action: { Put: { Item: { pk: deliveriesPk(after, has), sk: id, id, expiresAt } } } }] : []),
    ...(had ? [{ action: { Delete: { Key: { pk: deliveriesPk(after, had), sk: id } } } }] : []),
  ];
}

/** A delivery in the due index, where its webhook is part of its name. */
const dueItem = ({ workspaceId, webhookId, id }: Delivery, at: string): Item =>
  dueEntry(at, 'webhook_retry', workspaceId, 'delivery', `${webhookId}.${id}`);
export const ofDueName = (name: string) => {
  const [webhookId = '', id = ''] = name.split('.');
  return { webhookId, id };
};

/** An attempt that is further off than a queue hides a message: in the same transaction as what it follows from. */
function dueWrites(after: Delivery, now: string): Write[] {
  const way = wayOf(after, now);
  if (!('dueAt' in way)) return [];
  return [{ action: { Put: { Item: dueItem(after, way.dueAt) } } }];
}

/** The writes of one step of a delivery. They fail with `Outrun` where it is not any more as it was read. */
export function deliveryWrites(before: Delivery, after: Delivery, now: string): Write[] {
  const guarded: Write = {
    action: {
      Put: {
        Item: deliveryItem(after),
        ConditionExpression: 'attemptCount = :count AND roundFrom = :from AND #status = :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':count': before.attemptCount,
          ':from': before.roundFrom,
          ':status': before.status,
        },
      },
    },
    refused: () => new Outrun(`The delivery ${before.id} has moved on`),
  };
  return [guarded, ...listing(before, after), ...dueWrites(after, now)];
}

/** Asks for the next attempt of a delivery, unless the due index does. At least once. */
export async function queueAttempt(delivery: Delivery, now: string): Promise<void> {
  const way = wayOf(delivery, now);
  if ('delayS' in way) await enqueue(env('WEBHOOKS_QUEUE_URL'), [nextMessage(delivery)], way.delayS);
}

/** Stores a delivery that is new; answers the one that is there where the same event came before. */
export async function addDelivery(delivery: Delivery, by?: Context): Promise<Delivery> {
  const once = by?.once ? [onceWrite(by, by.once, by.once.answer(delivery))] : [];
  const Item = deliveryItem(delivery);
  let there: Item | undefined;
  const refused = (existing: Item | undefined) => {
    there = existing;
    return new Outrun(`The delivery ${delivery.id} is there`);
  };
  const put: Write = { action: { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } }, refused };
  try {
    await commit([...once, put]);
    return delivery;
  } catch (error) {
    if (!(error instanceof Outrun) || !there) throw error;
    return parse(there);
  }
}

const minuteMs = 60_000;
/** The due index asks for an attempt too, for whoever dies before it is queued. */
const soonDue = (delivery: Delivery, now: string): Write => ({
  action: { Put: { Item: dueItem(delivery, new Date(Date.parse(now) + minuteMs).toISOString()) } },
});
/** What stores a delivery that is new, for the transaction of what it tells of; `version_conflict` where it is there. */
export const deliveryPutWrites = (delivery: Delivery, now: string): Write[] => [
  {
    action: { Put: { Item: deliveryItem(delivery), ConditionExpression: 'attribute_not_exists(pk)' } },
    refused: () => versionConflict('delivery', delivery.id),
  },
  soonDue(delivery, now),
];

/**
 * Stores another round of a delivery; the due index asks for its first attempt too, for whoever dies before it is queued.
 * Throws 409 `delivery_not_settled` where somebody else asked for one at the same moment.
 */
export async function saveRedelivery(before: Delivery, after: Delivery, by: Context): Promise<void> {
  const once = by.once ? [onceWrite(by, by.once, by.once.answer(after))] : [];
  try {
    await commit([...once, ...deliveryWrites(before, after, by.now), soonDue(after, by.now)]);
  } catch (error) {
    if (!(error instanceof Outrun)) throw error;
    throw new AppError('conflict', 'delivery_not_settled', `The delivery ${before.id} is being tried.`);
  }
}

/** DELIVERY-3: all that an attempt needs: the delivery, its webhook, its secrets and since when it fails; one BatchGet. */
export async function readForAttempt({ workspaceId, webhookId, deliveryId }: DeliveryMessage) {
  const of = { workspaceId, id: webhookId };
  const keys = {
    delivery: deliveryKey({ workspaceId, webhookId }, deliveryId),
    webhook: webhookStore.keyOf(workspaceId, webhookId),
    secrets: secretsKey(of),
    health: healthKey(of),
  };
  const items = await getItems(Object.values(keys));
  const item = (key: Key) => items.get(nameOf(key));
  const [delivery, webhook] = [item(keys.delivery), item(keys.webhook)];
  if (!delivery || !webhook) return undefined;
  return {
    delivery: parse(delivery),
    webhook: webhookStore.parse(webhook),
    secrets: item(keys.secrets),
    health: item(keys.health),
  };
}

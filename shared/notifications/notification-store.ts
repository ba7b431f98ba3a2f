import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { Actor } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type Item, type Key, nameOf } from '../core/projection.ts';
import { preferencesKey, preferencesOf } from '../identity/preferences.ts';
import { commit } from '../platform/commit.ts';
import { queryPage } from '../platform/cursor.ts';
import { getItem, getItems, queryItems, updateItem } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { described } from './described.ts';
import { languageOf, type MailLanguage } from './languages.ts';
import {
  firstIdAt,
  keysOf,
  lastIdAt,
  Notification,
  notificationsPk,
  oldestAt,
  placeAmongRead,
  readMarkKey,
  unreadPk,
} from './notification.ts';
import { mostCounted } from './notification-routes.ts';
import { shownRecords } from './shown-records-store.ts';

type Owner = { workspaceId: string; userId: string };
/** Up to which id all is read, and in which language they read. */
type Standing = { mark: string; language: MailLanguage };
const markOf = (item: Item | undefined): string => String(item?.readTo ?? '');

/** NOTIFY-4: one BatchGet. */
async function standingOf({ workspaceId, userId }: Owner): Promise<Standing> {
  const [markKey, ownKey] = [readMarkKey(workspaceId, userId), preferencesKey(workspaceId, userId)];
  const items = await getItems([markKey, ownKey]);
  const { language } = preferencesOf(items.get(nameOf(ownKey)));
  return { mark: markOf(items.get(nameOf(markKey))), language: languageOf(language) };
}

/** Behind what is read, and behind what is too old to be there: the table deletes late. */
const unreadFrom = (mark: string, now: string): string => {
  const oldest = firstIdAt(oldestAt(now));
  return mark > oldest ? `${mark}!` : oldest;
};
/** NOTIFY-2: how many are unread, a hundred at most; one Query of what is small. */
async function countUnread({ workspaceId, userId }: Owner, mark: string, now: string): Promise<number> {
  const range = {
    pk: unreadPk(workspaceId, userId),
    from: unreadFrom(mark, now),
    limit: mostCounted,
    consistent: true,
  };
  return (await queryItems(range)).items.length;
}
/** The same, where the mark is not known yet. */
export async function unreadOf(owner: Owner, now: string): Promise<number> {
  const mark = markOf(await getItem(readMarkKey(owner.workspaceId, owner.userId)));
  return countUnread(owner, mark, now);
}

const parsed = (item: Item): Notification => Notification.parse(item, parseContext());
/** NOTIFY-2: those alone that are unread; one Query, and one BatchGet of them. */
async function unreadPage(owner: Owner, mark: string, page: PageRequest, now: string) {
  const { workspaceId, userId } = owner;
  const range = {
    pk: unreadPk(workspaceId, userId),
    from: unreadFrom(mark, now),
    newestFirst: true,
  };
  const keyOf = ({ id }: Item): Key => keysOf({ workspaceId, userId, id: String(id) })[0];
  const { items: keys, cursor } = await queryPage(range, page, 'unread notifications', keyOf);
  const items = keys.length > 0 ? await getItems(keys) : new Map<string, Item>();
  const all = keys.flatMap((key) => items.get(nameOf(key)) ?? []).map(parsed);
  return { items: all.filter(({ readAt }) => readAt === undefined), cursor };
}
/** NOTIFY-1: newest first; one Query. */
const wholePage = ({ workspaceId, userId }: Owner, page: PageRequest, now: string) =>
  queryPage(
    { pk: notificationsPk(workspaceId, userId), from: firstIdAt(oldestAt(now)), newestFirst: true },
    page,
    'notifications',
    parsed,
  );

/** All that the reader of these is shown of them. */
async function shownOf(actor: Actor, all: readonly Notification[], { mark, language }: Standing) {
  const shown = await shownRecords(actor, [...new Set(all.flatMap(({ about, byId }) => [about, byId]))]);
  return all.map((one) => {
    const { id, topic: type, code, detailId, createdAt, readAt } = one;
    const words = described(one, shown, language);
    const isRead = readAt !== undefined || placeAmongRead(one) <= mark;
    return { id, type, createdAt, isRead, ...words, code, detailId: words.record && detailId };
  });
}
type Shown = Awaited<ReturnType<typeof shownOf>>[number];

const ownerOf = ({ workspaceId, id }: Actor): Owner => ({ workspaceId, userId: id });
/** A page of one's own with what they are about, and how many are unread. */
export async function notificationPage(
  actor: Actor,
  { unread, ...page }: PageRequest & { unread: boolean },
  now: string,
): Promise<Page<Shown> & { unreadCount: number }> {
  const owner = ownerOf(actor);
  const standing = await standingOf(owner);
  const { mark } = standing;
  const [{ items, cursor }, unreadCount] = await Promise.all([
    unread ? unreadPage(owner, mark, page, now) : wholePage(owner, page, now),
    countUnread(owner, mark, now),
  ]);
  return { items: await shownOf(actor, items, standing), cursor, unreadCount };
}

/** NOTIFY-1: one of one's own is read from now on; one that was read stays as it is. Throws `notification_not_found`. */
export async function readNotification(actor: Actor, id: string, now: string): Promise<Shown> {
  const owner = ownerOf(actor);
  const [key] = keysOf({ ...owner, id });
  const [standing, item] = await Promise.all([standingOf(owner), getItem(key)]);
  if (!item || String(item.createdAt) < oldestAt(now)) throw notFound('notification', id);
  const one = parsed(item);
  const update = {
    Key: key,
    UpdateExpression: 'SET readAt = if_not_exists(readAt, :now)',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':now': now },
  };
  const unread = { pk: unreadPk(owner.workspaceId, owner.userId), sk: placeAmongRead(one) };
  if (!one.readAt)
    await commit([
      { action: { Update: update }, refused: () => notFound('notification', id) },
      { action: { Delete: { Key: unread } } },
    ]);
  const [shown] = await shownOf(actor, [{ ...one, readAt: one.readAt ?? now }], standing);
  return shown as Shown;
}

/**
 * NOTIFY-4: all that were made up to a moment (ISO 8601 UTC) are read: one conditional write, however many they are. A moment before one that
 * was said earlier changes nothing. Answers how many are unread.
 */
export async function readAllNotifications(actor: Actor, before: string, now: string): Promise<number> {
  const owner = ownerOf(actor);
  const readTo = lastIdAt(before < now ? before : now);
  try {
    await updateItem(readMarkKey(owner.workspaceId, owner.userId), {
      UpdateExpression: 'SET readTo = :to',
      ConditionExpression: 'attribute_not_exists(readTo) OR readTo < :to',
      ExpressionAttributeValues: { ':to': readTo },
    });
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
  return unreadOf(owner, now);
}

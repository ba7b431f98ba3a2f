import { AppError } from '../core/errors.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { type KeptPreferences, preferencesKey, preferencesOf } from '../identity/preferences.ts';
import type { User } from '../identity/user.ts';
import { userStore } from '../identity/user-store.ts';
import { commit, type Write } from '../platform/commit.ts';
import { getItems } from '../platform/dynamo.ts';
import {
  type Asked,
  keysOf,
  type Notification,
  newNotification,
  notificationItem,
  placeAmongRead,
  readMarkKey,
  unreadPk,
} from './notification.ts';
import { channelsOf } from './notification-types.ts';

/** A user, how they like to be told, and up to where they have read all; one BatchGet. */
async function readerOf(
  workspaceId: string,
  userId: string,
): Promise<{ user: User | undefined; preferences: KeptPreferences; mark: string }> {
  const [userKey, ownKey] = [userStore.keyOf(workspaceId, userId), preferencesKey(workspaceId, userId)];
  const markKey = readMarkKey(workspaceId, userId);
  const items = await getItems([userKey, ownKey, markKey]);
  const user = items.get(nameOf(userKey));
  return {
    user: user && userStore.parse(user),
    preferences: preferencesOf(items.get(nameOf(ownKey))),
    mark: String(items.get(nameOf(markKey))?.readTo ?? ''),
  };
}

const known = () => new AppError('conflict', 'notification_known', 'They have been told of it.');
const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
function writesOf(notification: Notification): Write[] {
  const { workspaceId, userId, id, expiresAt, onConsole } = notification;
  const [shown, mailed] = keysOf(notification);
  const Item: Item = { ...notification, ...(onConsole ? shown : mailed), of: notificationItem };
  const unread = { pk: unreadPk(workspaceId, userId), sk: placeAmongRead(notification), id, expiresAt };
  return [
    { action: { Put: { Item, ...isNew } }, refused: known },
    ...(onConsole ? [{ action: { Put: { Item: unread } } }] : []),
  ];
}

/**
 * NOTIFY-3: the writes by which a user is told of something, for the transaction in which it happens; one BatchGet. None for who is not
 * active, for what they did themselves, and for what they want to hear of nowhere. The same `id` at the same moment (ISO 8601 UTC) is the same notification,
 * and a second one refuses its transaction with `notification_known`. Who is connected hears of it, and whoever wants it by mail gets that,
 * because the item is there: nothing else is to be done.
 */
export async function notificationWrites(
  asked: Asked,
  at: string,
  now = new Date().toISOString(),
): Promise<Write[]> {
  if (asked.byId === asked.userId) return [];
  const { user, preferences, mark } = await readerOf(asked.workspaceId, asked.userId);
  const { console, mail } = channelsOf(asked.type, preferences.notifications);
  if (user?.status !== 'active' || !(console || mail)) return [];
  return writesOf(newNotification(asked, at, { onConsole: console, mark, now }));
}

/** The same by itself, once: asked for again it does nothing. */
export async function notify(asked: Asked, at: string, now?: string): Promise<void> {
  const writes = await notificationWrites(asked, at, now);
  try {
    if (writes.length > 0) await commit(writes);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'notification_known')) throw error;
  }
}

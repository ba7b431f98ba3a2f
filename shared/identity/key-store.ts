import type { Context } from '../core/actor.ts';
import { answeringWith } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { Item } from '../core/projection.ts';
import { type Kept, uniqueKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { queryPage } from '../platform/cursor.ts';
import { getItem, getItems } from '../platform/dynamo.ts';
import { mustExist, recordStore } from '../platform/record-store.ts';
import type { ApiKey } from './api-key.ts';
import { lookupKey } from './api-key-store.ts';
import { type Key, type KeyBody, keyRecord, maxKeys, slotValue } from './key.ts';
import { keyListPk } from './key-projection.ts';
import { isHere } from './user.ts';
import { userStore } from './user-store.ts';

/** KEY-2: by id, one GetItem. */
export const keyStore = recordStore(keyRecord);

type Shown = import('zod').output<typeof KeyBody>;
const withUse = (key: Key, lookup: Item | undefined): Shown => ({
  ...key,
  ...(typeof lookup?.lastUsedAt === 'string' && { lastUsedAt: lookup.lastUsedAt }),
});

/** KEY-2 and KEY-1. Throws `key_not_found`. */
export async function keyWithUse(workspaceId: string, id: string): Promise<Shown> {
  const key = await keyStore.get(workspaceId, id);
  return withUse(key, await getItem(lookupKey(key.hash)));
}

/** KEY-3: a workspace's keys, the newest first, with their last use; one Query and one BatchGet (two beyond 50 keys). */
export async function keyPage(workspaceId: string, page: PageRequest): Promise<Page<Shown>> {
  const range = { pk: keyListPk(workspaceId), newestFirst: true };
  const { items: listed, cursor } = await queryPage(range, page, 'keys', ({ id, hash }) => ({
    record: keyStore.keyOf(workspaceId, String(id)),
    lookup: lookupKey(String(hash)),
  }));
  const found = await getItems(listed.flatMap(({ record, lookup }) => [record, lookup]));
  const byPk = new Map([...found.values()].map((item) => [item.pk, item]));
  const items = listed.flatMap(({ record, lookup }) => {
    const item = byPk.get(record.pk);
    return item ? [withUse(keyStore.parse(item), byPk.get(lookup.pk))] : [];
  });
  return { items, cursor };
}

/** KEY-4: the places that a user has left; one BatchGet. */
async function freeSlots(workspaceId: string, userId: string): Promise<number[]> {
  const places = Array.from({ length: maxKeys }, (_, slot) => ({
    slot,
    key: uniqueKey(workspaceId, slotValue(userId, slot)),
  }));
  const taken = new Set([...(await getItems(places.map(({ key }) => key))).values()].map(({ pk }) => pk));
  return places.filter(({ key }) => !taken.has(key.pk)).map(({ slot }) => slot);
}

const lookupItem = ({ id, workspaceId, userId, roles, scopes, expiresAt, hash }: Key, subject: string) => ({
  ...lookupKey(hash),
  ...({ keyId: id, workspaceId, userId, subject, roles, scopes, expiresAt } satisfies ApiKey),
});

const tooMany = () =>
  new AppError(
    'conflict',
    'too_many_keys',
    `A user has at most ${maxKeys} keys that are not revoked. Revoke one.`,
  );
const isTaken = (error: unknown) => error instanceof AppError && error.code === 'key_slot_taken';

/** Of the answer that a repeated request gets: the key itself is kept nowhere. */
const replay = (key: Key) => ({ ...key, keyShown: false });

/**
 * Of who was shut out a moment ago, and whom the gateway takes for a user for half a minute more: their keys are revoked by then,
 * and one that came behind would live again with them. One GetItem; no condition, over which keys that are made at once would race.
 */
async function assertNotGone(workspaceId: string, userId: string): Promise<void> {
  const user = await userStore.find(workspaceId, userId);
  if (user && !isHere(user))
    throw new AppError('unauthenticated', 'user_deactivated', 'You were shut out of this workspace.');
}

/**
 * Stores a key that `createKey` decided on: the record, and what the authorizer reads. Which of the user's twenty places it
 * takes is held by a unique value, so that two at once cannot both be the last. Throws `too_many_keys`, `reference_unknown`,
 * `user_deactivated`.
 */
export async function saveNewKey({ after: key, ...change }: Kept<Key>, subject: string, by: Context) {
  const { workspaceId, userId, roles } = key;
  await assertNotGone(workspaceId, userId);
  const own = roles.flatMap((role, i) =>
    role.startsWith('rl_') ? [mustExist(workspaceId, 'role', role, `/roles/${i}`)] : [],
  );
  const Item = lookupItem(key, subject);
  const lookup: Write = { action: { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } } };
  for (const slot of await freeSlots(workspaceId, userId)) {
    try {
      return await keyStore.save({ ...change, after: { ...key, slot } }, answeringWith(by, replay), [
        lookup,
        ...own,
      ]);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw tooMany();
}

/** Stores a change of a key; what the authorizer reads changes in the same moment. */
export async function saveKey(change: Kept<Key>, by: Context): Promise<void> {
  const { hash, expiresAt, revokedAt } = change.after;
  const lookup: Write = {
    action: {
      Update: {
        Key: lookupKey(hash),
        UpdateExpression: `SET expiresAt = :expiresAt${revokedAt ? ', revokedAt = :revokedAt' : ''}`,
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: {
          ':expiresAt': expiresAt,
          ...(revokedAt && { ':revokedAt': revokedAt }),
        },
      },
    },
  };
  await keyStore.save(change, by, [lookup]);
}

import { uniqueKey } from '../core/record.ts';
import { getItems } from '../platform/dynamo.ts';
import { findListed } from '../platform/record-list.ts';
import { type Key, maxKeys, slotValue } from './key.ts';
import { keyListPk } from './key-projection.ts';
import { keyStore } from './key-store.ts';

/** KEY-4: a user's keys that are not revoked, by the places that they take; two BatchGets. */
export async function keysOfUser(workspaceId: string, userId: string): Promise<Key[]> {
  const slots = Array.from({ length: maxKeys }, (_, slot) => uniqueKey(workspaceId, slotValue(userId, slot)));
  const ids = [...(await getItems(slots)).values()].map(({ recordId }) => String(recordId));
  return ids.length > 0 ? keyStore.getMany(workspaceId, ids) : [];
}

/** KEY-3: a key with this role that is neither revoked nor expired. */
export async function keyWithRole(
  workspaceId: string,
  role: string,
  now: string,
): Promise<string | undefined> {
  const isWanted = ({ roles, revokedAt, expiresAt }: Key) =>
    !revokedAt && expiresAt > now && roles.some((one) => one === role);
  const getMany = (ids: string[]) => keyStore.getMany(workspaceId, ids);
  return (await findListed(keyListPk(workspaceId), getMany, isWanted))?.id;
}

import { randomUUID } from 'node:crypto';
import { canonical } from '../core/canonical.ts';
import { AppError } from '../core/errors.ts';
import { type Entry, type Item, nameOf } from '../core/projection.ts';
import { retryLostRace } from '../platform/again.ts';
import { commit, type Write } from '../platform/commit.ts';
import { getItem, getItems } from '../platform/dynamo.ts';
import { keyedHash } from '../privacy/address-hash-store.ts';
import {
  listedAs,
  plainHash,
  reasonsOf,
  type Suppressed,
  type Suppression,
  type SuppressionReason,
  suppressedBy,
  suppressionKey,
  suppressionOfItem,
  withReason,
} from './suppression.ts';

/** SUPPRESSION-2: those of some addresses (folded) that get no marketing mail; a BatchGet for fifty. */
export async function suppressionsOf(
  workspaceId: string,
  emailKeys: readonly string[],
): Promise<{ emailKey: string; suppressed: Suppressed }[]> {
  const keysOf = async (emailKey: string) => {
    const hashes = [await keyedHash(workspaceId, emailKey), plainHash(emailKey)];
    return hashes.map((hash) => suppressionKey(workspaceId, hash));
  };
  const all = await Promise.all(
    emailKeys.map(async (emailKey) => ({ emailKey, keys: await keysOf(emailKey) })),
  );
  const keys = all.flatMap((one) => one.keys);
  const found = keys.length > 0 ? await getItems(keys) : new Map<string, Item>();
  return all.flatMap(({ emailKey, keys: own }) => {
    const suppressed = suppressedBy(own.map((key) => found.get(nameOf(key))));
    return Object.keys(suppressed).length > 0 ? [{ emailKey, suppressed }] : [];
  });
}

const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'Something else was said of the address at the same moment.');

const nothingYet = (hash: string): Suppression => ({ hash });

/** What holds a write to the item's being as it was read. */
function guardOf(item: Item | undefined) {
  if (!item) return { ConditionExpression: 'attribute_not_exists(pk)' };
  if (item.revision === undefined)
    return { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(revision)' };
  return {
    ConditionExpression: 'revision = :before',
    ExpressionAttributeValues: { ':before': item.revision },
  };
}

/** Entries that are in the second alone: what stands where it stood is not written again. */
function notIn(these: readonly Entry[], those: readonly Entry[]): Entry[] {
  const names = new Set(these.map(nameOf));
  return those.filter((entry) => !names.has(nameOf(entry)));
}

/** An address's item and its places in the lists, from what was read to what is to be; without a reason it is gone. */
function suppressionWrites(workspaceId: string, item: Item | undefined, wanted: Suppression): Write[] {
  const before = item && suppressionOfItem(item);
  const after = reasonsOf(wanted).length > 0 ? { ...wanted, revision: randomUUID() } : undefined;
  const key = suppressionKey(workspaceId, wanted.hash);
  const { hash: _, ...kept } = after ?? wanted;
  const guard = guardOf(item);
  const action = after
    ? { Put: { Item: { ...key, workspaceId, ...kept }, ...guard } }
    : { Delete: { Key: key, ...guard } };
  const [had, has] = [listedAs(workspaceId, before), listedAs(workspaceId, after)];
  return [
    { action, refused: raceLost },
    ...notIn(had, has).map((Item) => ({ action: { Put: { Item } } })),
    ...notIn(has, had).map(({ pk, sk }) => ({ action: { Delete: { Key: { pk, sk } } } })),
  ];
}

/**
 * Says something of an address, under its hash: one GetItem and one transaction of the item and its places in the lists, none
 * where nothing is new. What was written before there were lists comes into them. `also` goes with it.
 */
export const changeSuppression = (
  workspaceId: string,
  hash: string,
  change: (one: Suppression) => Suppression,
  also: (after: Suppression) => Write[] = () => [],
): Promise<Suppression> =>
  retryLostRace(async () => {
    const item = await getItem(suppressionKey(workspaceId, hash));
    const before = item ? suppressionOfItem(item) : nothingYet(hash);
    const after = change(before);
    const isOld = item !== undefined && before.revision === undefined;
    if (!isOld && canonical(before) === canonical(after)) return after;
    await commit([...suppressionWrites(workspaceId, item, after), ...also(after)]);
    return after;
  });

/** Each reason is kept with the first moment of it. May be repeated, in any order. */
export async function suppress(
  workspaceId: string,
  hash: string,
  reason: SuppressionReason,
  at: string,
  more: Pick<Suppression, 'contactId' | 'note'> = {},
): Promise<Suppression> {
  return changeSuppression(workspaceId, hash, (one) => withReason(one, reason, at, more));
}

/** What is known of an address that is to be forgotten: that it gets no marketing mail, and of whom no more. */
function anonymous(hash: string, known: (Item | undefined)[]): Suppression {
  const moments = Object.entries(suppressedBy(known)).map(([reason, at]) => [`${reason}At`, at]);
  return { ...Object.fromEntries(moments), hash };
}

/**
 * Brings what is known of these addresses (folded) under their keyed hashes, without who had them, for the transaction that
 * erases them.
 */
export async function rehashWrites(workspaceId: string, emailKeys: readonly string[]): Promise<Write[]> {
  const all = await Promise.all(
    emailKeys.map(async (emailKey) => ({
      hash: await keyedHash(workspaceId, emailKey),
      plain: plainHash(emailKey),
    })),
  );
  const keyOf = (hash: string) => suppressionKey(workspaceId, hash);
  const keys = all.flatMap(({ hash, plain }) => [keyOf(hash), keyOf(plain)]);
  const found = keys.length > 0 ? await getItems(keys) : new Map<string, Item>();
  return all.flatMap(({ hash, plain }) => {
    const [own, old] = [hash, plain].map((one) => found.get(nameOf(keyOf(one))));
    if (!own && !old) return [];
    return [
      ...suppressionWrites(workspaceId, own, anonymous(hash, [own, old])),
      ...(old ? suppressionWrites(workspaceId, old, nothingYet(plain)) : []),
    ];
  });
}

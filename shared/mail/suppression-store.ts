import { foldEmail } from '../contacts/email-address.ts';
import { type Item, nameOf } from '../core/projection.ts';
import type { Write } from '../platform/commit.ts';
import { getItems, updateItem } from '../platform/dynamo.ts';
import { keyedHash } from '../privacy/address-hash-store.ts';
import { erasedKey } from '../privacy/erased-address.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { plainHash, type SuppressionReason, suppressionKey, suppressionReasons } from './suppression.ts';

/**
 * SUPPRESSION-1, ERASED-1: why a mail is not to go to an address, undefined where it may go; one BatchGet. To a person who
 * was erased goes none; to who unsubscribed, bounced or complained none that is marketing.
 */
export async function mailRefusal(
  workspaceId: string,
  { to, marketing }: { to: string; marketing: boolean },
): Promise<'person_erased' | 'suppressed' | undefined> {
  const { emailFolding } = await workspaceOf(workspaceId);
  const folded = foldEmail(to.trim(), emailFolding);
  const hash = await keyedHash(workspaceId, folded);
  const block = erasedKey(workspaceId, hash);
  const suppressions = [hash, plainHash(folded)].map((one) => suppressionKey(workspaceId, one));
  const found = await getItems(marketing ? [block, ...suppressions] : [block]);
  if (found.has(nameOf(block))) return 'person_erased';
  return suppressions.some((key) => found.has(nameOf(key))) ? 'suppressed' : undefined;
}

/** Since when an address gets no marketing mail, by each reason that there is. */
export type Suppressed = Partial<Record<SuppressionReason, string>>;
function suppressedBy(items: (Item | undefined)[]): Suppressed {
  const said = suppressionReasons.map((reason) => {
    const moments = items.flatMap((item) => (item?.[`${reason}At`] ? [String(item[`${reason}At`])] : []));
    return [reason, moments.toSorted()[0]] as const;
  });
  return Object.fromEntries(said.filter(([, at]) => at !== undefined));
}

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

/** Each reason is kept with the first moment of it. May be repeated, in any order. */
export async function suppress(
  workspaceId: string,
  hash: string,
  reason: SuppressionReason,
  at: string,
): Promise<void> {
  await updateItem(suppressionKey(workspaceId, hash), {
    UpdateExpression: 'SET #reason = if_not_exists(#reason, :at), workspaceId = :workspace',
    ExpressionAttributeNames: { '#reason': `${reason}At` },
    ExpressionAttributeValues: { ':at': at, ':workspace': workspaceId },
  });
}

function rehashed(workspaceId: string, hash: string, old: Item): Write[] {
  const told = suppressionReasons.map((reason) => `${reason}At`).filter((name) => old[name] !== undefined);
  const { pk, sk } = old;
  const update = {
    Key: suppressionKey(workspaceId, hash),
    UpdateExpression: `SET workspaceId = :workspace${told.map((_, i) => `, #r${i} = if_not_exists(#r${i}, :r${i})`).join('')}`,
    ...(told.length > 0 && {
      ExpressionAttributeNames: Object.fromEntries(told.map((name, i) => [`#r${i}`, name])),
    }),
    ExpressionAttributeValues: {
      ':workspace': workspaceId,
      ...Object.fromEntries(told.map((name, i) => [`:r${i}`, old[name]])),
    },
  };
  return [{ action: { Update: update } }, { action: { Delete: { Key: { pk, sk } } } }];
}

/** Brings what is known of these addresses (folded) under their keyed hashes, for the transaction that erases them. */
export async function rehashWrites(workspaceId: string, emailKeys: readonly string[]): Promise<Write[]> {
  const keys = emailKeys.map((key) => suppressionKey(workspaceId, plainHash(key)));
  const found = keys.length > 0 ? await getItems(keys) : new Map<string, Item>();
  const all = await Promise.all(
    emailKeys.map(async (emailKey, i) => {
      const old = found.get(nameOf(keys[i] as { pk: string; sk: string }));
      return old ? rehashed(workspaceId, await keyedHash(workspaceId, emailKey), old) : [];
    }),
  );
  return all.flat();
}

import { auditId } from '../audit/audit.ts';
import { auditWrites } from '../audit/audit-store.ts';
import type { Key } from '../core/projection.ts';
import { commit } from '../platform/commit.ts';
import { getItem, updateItem } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { ApiKey } from './api-key.ts';

/** Where the authorizer finds a key. */
export const lookupKey = (hash: string): Key => ({ pk: `APIKEY#${hash}`, sk: 'APIKEY' });

/** KEY-1: what a key may do, by its hash; one consistent GetItem. */
export async function findApiKey(hash: string): Promise<ApiKey | undefined> {
  const item = await getItem(lookupKey(hash));
  return item && ApiKey.parse(item, parseContext());
}

type Use = { hash: string; from: string; now: string };
const touch = ({ hash, from, now }: Use) => ({
  Key: lookupKey(hash),
  UpdateExpression: 'SET lastUsedAt = :now, lastUsedFrom = :from',
  ConditionExpression: 'attribute_exists(pk)',
  ExpressionAttributeValues: { ':now': now, ':from': from },
});

/** "Last used", and where it is news, the line of the audit log: one for an address and an hour, however many requests saw it. */
export async function recordUse(
  { keyId, workspaceId, userId }: ApiKey,
  use: Use,
  isNews: boolean,
): Promise<void> {
  const { Key, ...update } = touch(use);
  if (!isNews) return void (await updateItem(Key, update));
  const at = `${use.now.slice(0, 13)}:00:00.000Z`;
  const line = {
    id: auditId('key.used', keyId, use.from, at),
    at,
    action: 'key.used' as const,
    actor: { kind: 'user', id: userId, keyId },
    from: use.from,
    record: { kind: 'key', id: keyId },
  };
  await commit([{ action: { Update: { Key, ...update } } }, ...auditWrites(workspaceId, line)]);
}

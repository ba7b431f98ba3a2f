import { createHash } from 'node:crypto';
import type { Context } from '../core/actor.ts';
import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { getItem } from '../platform/dynamo.ts';
import { versionConflict } from '../platform/record-store.ts';

/** As long as the list of a number's contacts may lag behind, and far longer. */
const secondsKept = 600;
const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);
const keyOf = (workspaceId: string, e164: string): Key => ({
  pk: `${workspacePk(workspaceId)}#CALLER#${createHash('sha256').update(e164).digest('base64url')}`,
  sk: 'CALLER',
});

/** CALL-3: the lead that a call from this number made in the last ten minutes: one GetItem. */
export async function leadOfNumber({ actor, now }: Context, e164: string): Promise<string | undefined> {
  const item = await getItem(keyOf(actor.workspaceId, e164));
  return item && Number(item.expiresAt) >= seconds(now) ? String(item.contactId) : undefined;
}

/**
 * Holds a lead that a call makes to being the only one of its number: of two calls at once from a number that nobody has the
 * second finds the first one's lead. `instead`: the lead that was there before and is in the reach of nobody who asks.
 */
export function claimNumber(
  { actor, now }: Context,
  { e164, contactId, instead }: { e164: string; contactId: string; instead: string | undefined },
): Write {
  return {
    action: {
      Put: {
        Item: {
          ...keyOf(actor.workspaceId, e164),
          contactId,
          expiresAt: seconds(now) + secondsKept,
        },
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now OR contactId = :instead',
        ExpressionAttributeValues: { ':now': seconds(now), ':instead': instead ?? '' },
      },
    },
    refused: () => versionConflict('contact', contactId),
  };
}

import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { type Item, type Key, nameOf } from '../core/projection.ts';
import { type Change, uniqueKey, workspacePk } from '../core/record.ts';
import { commit, type Write } from '../platform/commit.ts';
import { getItems } from '../platform/dynamo.ts';
import { writesOf } from '../platform/record-store.ts';
import type { Identity } from './submission-identity.ts';

/** What the sender is told; the same for the same post, and nothing in it tells who was known. */
export type Receipt = {
  submissionId: string;
  receivedAt: string;
  message: string;
  redirectUrl?: string | undefined;
};

const secondsKept = 600;
const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);
const identityKey = (workspaceId: string, { name }: Identity): Key => ({
  pk: `${workspacePk(workspaceId)}#SUBMISSION#${name}`,
  sk: 'SUBMISSION',
});

/** The same post was stored first. */
export class AlreadySubmitted extends Error {
  readonly receipt: Receipt | undefined;
  constructor(receipt: Receipt | undefined) {
    super('This post is stored already.');
    this.receipt = receipt;
  }
}

/** What was answered to this post in the last ten minutes; throws where a key comes again with another post. */
function receiptOf(item: Item | undefined, identity: Identity, now: string): Receipt | undefined {
  if (!item || Number(item.expiresAt) < seconds(now)) return undefined; // TTL removes late
  if (item.fingerprint === identity.fingerprint) return item.receipt as Receipt;
  throw new AppError(
    'unprocessable',
    'idempotency_key_reused',
    'This Idempotency-Key was used for another submission. Use a new key for a new one.',
  );
}

export type Look = { receipt: Receipt | undefined; contactId: string | undefined };

/** SUBMISSION-1: whether this post is known, and whose address it names; one BatchGet. */
export async function look(
  workspaceId: string,
  identity: Identity,
  emailKey: string | undefined,
  now: string,
): Promise<Look> {
  const known = identityKey(workspaceId, identity);
  const holder = emailKey && uniqueKey(workspaceId, { name: 'email', value: emailKey });
  const found = await getItems(holder ? [known, holder] : [known]);
  const contactId = holder && found.get(nameOf(holder))?.recordId;
  return {
    receipt: receiptOf(found.get(nameOf(known)), identity, now),
    contactId: contactId === undefined ? undefined : String(contactId),
  };
}

const identityWrite = (workspaceId: string, identity: Identity, receipt: Receipt, now: string): Write => ({
  action: {
    Put: {
      Item: {
        ...identityKey(workspaceId, identity),
        fingerprint: identity.fingerprint,
        receipt,
        expiresAt: seconds(now) + secondsKept,
      },
      ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now',
      ExpressionAttributeValues: { ':now': seconds(now) },
    },
  },
  refused: (existing) => new AlreadySubmitted(receiptOf(existing, identity, now)),
});

/**
 * One transaction: all that a submission changes, and its identity, first of all so that a lost race with the same post is
 * told from any other. Throws `AlreadySubmitted`, or what a change's own condition means (`email_taken`, `version_conflict`).
 */
export const storeSubmission = (
  changes: Change[],
  identity: Identity,
  receipt: Receipt,
  by: Context,
  also: Write[] = [],
): Promise<void> =>
  commit([
    identityWrite(by.actor.workspaceId, identity, receipt, by.now),
    ...changes.flatMap((change) => writesOf(change, by)),
    ...also,
  ]);

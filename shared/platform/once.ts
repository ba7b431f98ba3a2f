import { createHash } from 'node:crypto';
import type { Context, Once } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { Item, Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import type { Write } from './commit.ts';
import { getItem } from './dynamo.ts';

const hoursKept = 24;
const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);
/** Where a key's answer is kept. */
export const onceKey = (workspaceId: string, actorId: string, key: string): Key => ({
  pk: `${workspacePk(workspaceId)}#ONCE#${actorId}#${createHash('sha256').update(key).digest('base64url')}`,
  sk: 'ONCE',
});

export type Answer = { status: number; body?: string | undefined };
/** Another request with the same key was stored first. */
export class AlreadyAnswered extends Error {
  readonly #item: Item | undefined;
  constructor(item: Item | undefined) {
    super('This idempotency key is stored already.');
    this.#item = item;
  }
  /** Holds what was answered, so it is no property of its own, which a logger would print. */
  get item() {
    return this.#item;
  }
}

/** The key's item, in the transaction of what it guards. TTL is late by up to days, so an expired item may be overwritten. */
export const onceWrite = ({ actor, now }: Context, { key, fingerprint }: Once, answer: Answer): Write => ({
  action: {
    Put: {
      Item: {
        ...onceKey(actor.workspaceId, actor.id, key),
        fingerprint,
        answer,
        expiresAt: seconds(now) + hoursKept * 3600,
      },
      ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now',
      ExpressionAttributeValues: { ':now': seconds(now) },
    },
  },
  refused: (existing) => new AlreadyAnswered(existing),
});

/** The stored answer, where the request is the same as the one that was answered. */
export function answerOf(item: Item, fingerprint: string): Answer {
  if (item.fingerprint !== fingerprint) {
    throw new AppError(
      'unprocessable',
      'idempotency_key_reused',
      'This Idempotency-Key was used for another request. Use a new key for a new request.',
    );
  }
  return item.answer as Answer;
}

/** The answer that was given for this key in the last 24 hours. */
export async function earlierAnswer({ actor, now }: Context, once: Once): Promise<Answer | undefined> {
  const item = await getItem(onceKey(actor.workspaceId, actor.id, once.key));
  if (!item || Number(item.expiresAt) < seconds(now)) return undefined;
  return answerOf(item, once.fingerprint);
}

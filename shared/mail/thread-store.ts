import * as z from 'zod';
import { AppError } from '../core/errors.ts';
import { type Item, nameOf } from '../core/projection.ts';
import type { Write } from '../platform/commit.ts';
import { getItem, getItems } from '../platform/dynamo.ts';
import { identityName } from './intake.ts';
import { messageIdKey, Thread, threadKey } from './thread.ts';

/** The newest references of a mail are enough to find its thread; a hostile header may hold thousands. */
const mostLooked = 50;

const identityTaken = () =>
  new AppError('conflict', `${identityName}_taken`, 'The same message was logged in between.');

/** THREAD-1: puts the thread, or puts it anew with what is known now. May be repeated. */
export const threadWrites = (workspaceId: string, thread: Thread): Write[] => [
  { action: { Put: { Item: { ...threadKey(workspaceId, thread.threadId), ...thread, workspaceId } } } },
];

/**
 * Says to which thread a Message-ID belongs. May be repeated; the first thread stays, so that a forged or reused id
 * cannot carry off a conversation. What a colleague wrote must not have come to their drop-box before: throws
 * `mail_identity_taken`.
 */
export const messageIdWrite = (
  workspaceId: string,
  messageId: string,
  threadId: string,
  isColleague = false,
): Write => ({
  action: {
    Update: {
      Key: messageIdKey(workspaceId, messageId),
      UpdateExpression: 'SET threadId = if_not_exists(threadId, :thread), workspaceId = :workspace',
      ExpressionAttributeValues: { ':thread': threadId, ':workspace': workspaceId },
      ...(isColleague && { ConditionExpression: 'attribute_not_exists(intakeId)' }),
    },
  },
  ...(isColleague && { refused: identityTaken }),
});

/**
 * The same of what was logged from a drop-box, which names its intake: nothing else of the workspace may have the Message-ID.
 * Throws `mail_identity_taken`.
 */
export const messageIdOnce = (
  workspaceId: string,
  messageId: string,
  threadId: string,
  intakeId: string,
): Write => ({
  action: {
    Put: {
      Item: { ...messageIdKey(workspaceId, messageId), threadId, workspaceId, intakeId },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  refused: identityTaken,
});

const MessageIdItem = z.object({ threadId: z.string(), intakeId: z.string().optional() });
/** THREAD-2: to which thread a Message-ID belongs, and the intake of one that came to a drop-box; one GetItem. */
export async function messageIdItem(workspaceId: string, messageId: string | undefined) {
  const item = messageId ? await getItem(messageIdKey(workspaceId, messageId)) : undefined;
  return item && MessageIdItem.parse(item);
}

const threadOf = (item: Item | undefined): Thread | undefined => item && Thread.parse(item);

/** THREAD-1: one GetItem. */
export const getThread = async (workspaceId: string, threadId: string): Promise<Thread | undefined> =>
  threadOf(await getItem(threadKey(workspaceId, threadId)));

/**
 * THREAD-2: the thread of the first of these Message-IDs that is known; give In-Reply-To first, then References from
 * the last to the first. One BatchGet and one GetItem; the first 50 ids are looked at.
 */
export async function findThread(workspaceId: string, messageIds: string[]): Promise<Thread | undefined> {
  const keys = messageIds.slice(0, mostLooked).map((id) => messageIdKey(workspaceId, id));
  if (keys.length === 0) return undefined;
  const found = await getItems(keys);
  const first = keys.map((key) => found.get(nameOf(key))).find((item) => item !== undefined);
  return first && getThread(workspaceId, String(first.threadId));
}

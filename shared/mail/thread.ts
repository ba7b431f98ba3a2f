import { createHash } from 'node:crypto';
import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';

/** A conversation by mail with one contact; what is said in it belongs to the deals too. */
export const Thread = z.object({
  threadId: idOf('thread'),
  contactId: idOf('contact'),
  dealIds: z.array(idOf('deal')).max(20).default([]),
});
export type Thread = z.infer<typeof Thread>;

/**
 * The form in which two spellings of one Message-ID are equal (RFC 5322, 3.6.4): without angle brackets and white
 * space, the domain in lower case. The part before the `@` is told apart by case.
 */
export function normalisedMessageId(raw: string): string {
  const bare = (/<([^<>]*)>/.exec(raw)?.[1] ?? raw).replace(/[\s<>]/g, '');
  const at = bare.lastIndexOf('@');
  return at < 0 ? bare : bare.slice(0, at) + bare.slice(at).toLowerCase();
}

/**
 * What SES writes into the Message-ID header of a mail for which it answered this id: `email.amazonses.com` in
 * us-east-1, the region's own name elsewhere. A reply may carry either.
 */
export const sesMessageIds = (sesMessageId: string, region: string): string[] => [
  `${sesMessageId}@email.amazonses.com`,
  `${sesMessageId}@${region}.amazonses.com`,
];

export const threadKey = (workspaceId: string, threadId: string): Key => ({
  pk: `${workspacePk(workspaceId)}#THREAD#${threadId}`,
  sk: 'THREAD',
});
export const messageIdKey = (workspaceId: string, messageId: string): Key => ({
  pk: `${workspacePk(workspaceId)}#MESSAGEID#${createHash('sha256').update(normalisedMessageId(messageId)).digest('base64url')}`,
  sk: 'MESSAGEID',
});

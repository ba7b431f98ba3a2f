import { logActivity, mostTextLength } from '../activities/activity.ts';
import { type Context, systemContext } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { Kept } from '../core/record.ts';
import { clip } from '../core/text.ts';
import type { Write } from '../platform/commit.ts';
import { env } from '../platform/env.ts';
import { recordPage } from '../platform/record-list.ts';
import { mustExist, recordStore, writesOf } from '../platform/record-store.ts';
import { claimName, type Message, type MessageStatus, messageRecord } from './message.ts';
import { messageListPk } from './message-projection.ts';
import type { Thread } from './thread.ts';
import { sesMessageIds } from './thread.ts';
import { messageIdWrite, threadWrites } from './thread-store.ts';

/** OUTBOUND-1: by id, one GetItem. */
export const messageStore = recordStore(messageRecord);

/** OUTBOUND-2: newest first, one Query and one BatchGet a page. A list of one status leaves out what has just left it. */
export const messagePage = (
  workspaceId: string,
  status: MessageStatus | undefined,
  page: PageRequest,
): Promise<Page<Message>> =>
  recordPage(
    { pk: messageListPk(workspaceId, status), newestFirst: true },
    page,
    'messages',
    (ids) => messageStore.getMany(workspaceId, ids),
    (message) => status === undefined || message.status === status,
  );

const settled = new Set([`${claimName}_taken`, 'contact_erased']);
/**
 * Stores a new mail with its claim, and the thread that it opens, in one transaction. False where another mail has the
 * claim: then it is dealt with already, however often the same is asked for; and where its person was erased meanwhile.
 */
export async function saveClaimed(
  change: Kept<Message>,
  by: Context,
  opens?: Thread,
  also: Write[] = [],
): Promise<boolean> {
  const { workspaceId, contactId } = change.after;
  const person = contactId ? [mustExist(workspaceId, 'contact', contactId, '/contactId')] : [];
  const thread = opens ? threadWrites(workspaceId, opens) : [];
  try {
    await messageStore.save(change, by, [...person, ...thread, ...also]);
    return true;
  } catch (error) {
    if (error instanceof AppError && settled.has(error.code)) return false;
    throw error;
  }
}

/** The line on the contact's timeline. Its id follows from the mail's, so that a mail has one. */
function timelineWrites(message: Message, messageId: string | undefined, sentAt: string): Write[] {
  const { id, workspaceId, contactId, threadId, dealId, subject, text, to, from = '' } = message;
  if (!contactId || !threadId) return [];
  const by = systemContext(workspaceId, 'mail', id, message.updatedAt);
  const activity = logActivity(
    {
      kind: 'email',
      direction: 'outbound',
      contactId,
      dealIds: dealId ? [dealId] : [],
      at: sentAt,
      subject,
      text: clip(text, mostTextLength),
      mail: { intakeId: id, messageId: messageId && `<${messageId}>`, threadId, from, to: [to] },
    },
    by,
    `ac_${id.slice('ms_'.length)}`,
  );
  return writesOf(activity, by);
}

/** What goes with a step of a mail: how a reply finds its thread once SES has named it, and once it is sent the timeline. */
function alsoOf({ before, after }: Kept<Message>): Write[] {
  const { workspaceId, threadId, sesMessageId, status, sentAt } = after;
  const messageIds = sesMessageId ? sesMessageIds(sesMessageId, env('AWS_REGION')) : [];
  if (after.erasedAt) return []; // nobody answers it, and nobody's timeline shows it
  const isNamed = threadId !== undefined && sesMessageId !== before?.sesMessageId;
  const isSent = status === 'sent' && before?.status !== 'sent' && sentAt !== undefined;
  return [
    ...(isNamed ? messageIds.map((messageId) => messageIdWrite(workspaceId, messageId, threadId)) : []),
    ...(isSent ? timelineWrites(after, messageIds.at(-1), sentAt) : []),
  ];
}

/**
 * Stores a step of a mail, and what follows from it; the one that makes it `sent` logs it in the same transaction, so it stands
 * there once.
 */
export const saveMessage = (change: Kept<Message>, by: Context, follows: Write[] = []): Promise<void> =>
  messageStore.save(change, by, [...alsoOf(change), ...follows]);

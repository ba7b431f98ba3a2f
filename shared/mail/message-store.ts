import { activityRecord, logActivity, mostTextLength } from '../activities/activity.ts';
import { type Context, systemContext } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { kindOfId } from '../core/ids.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type Kept, recordKey } from '../core/record.ts';
import { clip } from '../core/text.ts';
import type { Write } from '../platform/commit.ts';
import { env } from '../platform/env.ts';
import type { Ids } from '../platform/merged.ts';
import { recordPage } from '../platform/record-list.ts';
import { contactErased, mustExist, recordStore, writesOf } from '../platform/record-store.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import { fateOf, isFateNew, withFate } from './mail-fate.ts';
import { claimName, type Message, type MessageStatus, messageRecord } from './message.ts';
import { messageListPk, recordMessagesPk } from './message-projection.ts';
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

/** OUTBOUND-3: those to a contact, newest first: a Query for each of its ids and one BatchGet a page. */
export function contactMessagePage(
  workspaceId: string,
  contactIds: Ids,
  page: PageRequest,
): Promise<Page<Message>> {
  const [base = '', ...merged] = contactIds.map((id) => recordMessagesPk(workspaceId, 'contact', id));
  return ownedPage(
    { base, partitions: [base], merged, newestFirst: true },
    page,
    'mails',
    (ids) => messageStore.getMany(workspaceId, ids),
    ({ contactId = '' }) => contactIds.includes(contactId),
  );
}

/** What a mail to a user names may lie in the trash, be merged away or purged: of those alone who are erased nothing new is written. */
const notErased = (workspaceId: string, id: string): Write => ({
  action: {
    ConditionCheck: {
      Key: recordKey(workspaceId, 'contact', id),
      ConditionExpression: 'attribute_not_exists(erasedAt)',
    },
  },
  refused: () => contactErased(id),
});
const settled = new Set([`${claimName}_taken`, 'contact_erased']);
/**
 * Stores a new mail with its claim, the thread that it opens and whatever else belongs to it, in one transaction. False where another mail has the
 * claim: then it is dealt with already, however often the same is asked for; and where its person, or one whom it names, was erased meanwhile.
 */
export async function saveClaimed(
  change: Kept<Message>,
  by: Context,
  opens?: Thread,
  also: Write[] = [],
): Promise<boolean> {
  const { workspaceId, contactId, names = [] } = change.after;
  const named = names.filter((id) => id !== contactId && kindOfId(id) === 'contact');
  const people = [
    ...(contactId ? [mustExist(workspaceId, 'contact', contactId, '/contactId')] : []),
    ...named.map((id) => notErased(workspaceId, id)),
  ];
  const thread = opens ? threadWrites(workspaceId, opens) : [];
  try {
    await messageStore.save(change, by, [...people, ...thread, ...also]);
    return true;
  } catch (error) {
    if (error instanceof AppError && settled.has(error.code)) return false;
    throw error;
  }
}

/** The id of a mail's line on the contact's timeline follows from the mail's, so that a mail has one. */
const lineIdOf = (messageId: string) => `ac_${messageId.slice('ms_'.length)}`;

/** Who said it: the person who wrote a personal one. */
function authorOf({ id, workspaceId, authorId, updatedAt }: Message): Context {
  const by = systemContext(workspaceId, 'mail', id, updatedAt);
  return authorId ? { ...by, actor: { ...by.actor, kind: 'user', id: authorId } } : by;
}

/** The line on the contact's timeline. */
function timelineWrites(message: Message, messageId: string | undefined, sentAt: string): Write[] {
  const { id, workspaceId, contactId, threadId, dealId, subject, text, to, from = '' } = message;
  if (!contactId || !threadId) return [];
  const by = authorOf(message);
  const fate = fateOf(message.feedback);
  const files = message.attachments.map(({ fileId, name, size }) => ({ fileId, name, size }));
  const named = { messageId: messageId && `<${messageId}>`, threadId, from, to: [to] };
  const more = { ...(files.length > 0 && { files }), ...(fate && { fate }) };
  const activity = logActivity(
    {
      kind: 'email',
      direction: 'outbound',
      contactId,
      dealIds: dealId ? [dealId] : [],
      at: sentAt,
      subject,
      text: clip(text, mostTextLength),
      mail: { intakeId: id, ...named, ...more },
    },
    by,
    lineIdOf(id),
  );
  return writesOf(activity, systemContext(workspaceId, 'mail', id, message.updatedAt));
}

const activityStore = recordStore(activityRecord);
/** What the line of a mail that was told of shows from now on, where that is news: ACTIVITY-1 then. */
export async function fateWrites({ before, after }: Kept<Message>, by: Context): Promise<Write[]> {
  const { feedback = {}, workspaceId, contactId, id } = after;
  if (!contactId || !before?.sentAt || !isFateNew(before.feedback, feedback)) return [];
  const line = await activityStore.find(workspaceId, lineIdOf(id));
  const change = line && withFate(line, feedback, by.now);
  return change ? writesOf(change, by) : [];
}

/**
 * What goes with a step of a mail: how a reply finds its thread once SES has named it, and once it is sent the timeline; also where SES
 * tells that it came back before anybody knew that it was sent, so that it waits for the next attempt at once.
 */
function alsoOf({ before, after }: Kept<Message>): Write[] {
  const { workspaceId, threadId, sesMessageId, sentAt } = after;
  const messageIds = sesMessageId ? sesMessageIds(sesMessageId, env('AWS_REGION')) : [];
  if (after.erasedAt) return []; // nobody answers it, and nobody's timeline shows it
  const isNamed = threadId !== undefined && sesMessageId !== before?.sesMessageId;
  const isSent = before?.sentAt === undefined && sentAt !== undefined;
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

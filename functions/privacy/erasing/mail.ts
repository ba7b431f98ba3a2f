import { type Intake, intakeRecord } from '../../../shared/mail/intake.ts';
import { intakeStore, isSharedMail } from '../../../shared/mail/intake-store.ts';
import { partsPrefixesOf } from '../../../shared/mail/mail-bucket-store.ts';
import { type Message, messageRecord } from '../../../shared/mail/message.ts';
import { messageIdKey, type Thread, threadKey } from '../../../shared/mail/thread.ts';
import { getThread } from '../../../shared/mail/thread-store.ts';
import { env } from '../../../shared/platform/env.ts';
import type { Erased } from '../../../shared/privacy/erasure.ts';
import { deleteItems } from '../../../shared/privacy/items-store.ts';
import { purgeObject, purgeObjects } from '../../../shared/privacy/objects-store.ts';
import { scrub } from './scrub.ts';
import type { Whose } from './work.ts';

async function* counted(objects: number): AsyncGenerator<Erased> {
  for (let n = 0; n < objects; n++) yield 'objects';
}

/** What the bucket holds of a mail: under the keys that a record names. */
export async function* eraseObjects(keys: (string | undefined)[]): AsyncGenerator<Erased> {
  const bucket = env('MAIL_BUCKET');
  for (const key of new Set(keys.filter((one) => one !== undefined && one !== '')))
    yield* counted(await purgeObject(bucket, key as string));
}

/** The message as it came, unless it came to another workspace as well, whose it is too. */
export async function* eraseRaw({ workspaceId }: Whose, rawKey: string | undefined): AsyncGenerator<Erased> {
  if (rawKey && !(await isSharedMail(rawKey, workspaceId))) yield* eraseObjects([rawKey]);
}

/** Bodies and attachments lie under keys that follow from the intake, also those that an attempt left behind. */
async function* eraseParts(workspaceId: string, id: string): AsyncGenerator<Erased> {
  const bucket = env('MAIL_BUCKET');
  for (const prefix of partsPrefixesOf(workspaceId, id)) yield* counted(await purgeObjects(bucket, prefix));
}

/** A received message: its objects first, then the record that names them. What it counted as stays. */
export async function* eraseIntake(work: Whose, id: string): AsyncGenerator<Erased> {
  const intake: Intake | undefined = await intakeStore.find(work.workspaceId, id);
  if (!intake) return;
  const { workspaceId } = work;
  const isShared = await isSharedMail(intake.rawKey, workspaceId);
  if (!isShared) yield* eraseObjects([intake.rawKey]);
  yield* eraseParts(workspaceId, id);
  yield* scrub(work, intakeRecord, id, 'intakes');
  // Where both erase at once each has seen the other's: who looks behind its own emptied one sees that the other's is, too.
  if (isShared) yield* eraseRaw(work, intake.rawKey);
}

/** A mail to the person, or about them: one that waits is never sent. */
export const eraseMessage = (work: Whose, id: string): AsyncGenerator<Erased> =>
  scrub<Message>(work, messageRecord, id, 'messages', ({ status }) =>
    status === 'queued' || status === 'scheduled' ? { status: 'skipped', reason: 'person_erased' } : {},
  );

/** A conversation is its contact's; another person's is left whose they are. */
export async function eraseThread(
  work: Whose,
  threadId: string | undefined,
  messageIds: string[],
): Promise<void> {
  const { workspaceId, contactId } = work;
  const thread: Thread | undefined = threadId ? await getThread(workspaceId, threadId) : undefined;
  await deleteItems([
    ...messageIds.map((messageId) => messageIdKey(workspaceId, messageId)),
    ...(thread && thread.contactId === contactId ? [threadKey(workspaceId, thread.threadId)] : []),
  ]);
}

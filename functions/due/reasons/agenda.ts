import { systemContext } from '../../../shared/core/actor.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { nameOf } from '../../../shared/core/projection.ts';
import { agendaDueOf, besideOf, keysBeside } from '../../../shared/identity/agenda-due.ts';
import type { User } from '../../../shared/identity/user.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { claimName, type NewMessage, queueMessage } from '../../../shared/mail/message.ts';
import { messageStore, saveClaimed } from '../../../shared/mail/message-store.ts';
import { htmlOfText } from '../../../shared/mail/render.ts';
import { agendaAt } from '../../../shared/notifications/agenda.ts';
import { agendaWrite, readAgenda } from '../../../shared/notifications/agenda-store.ts';
import { agendaText, isEmpty } from '../../../shared/notifications/agenda-text.ts';
import { languageOf, type MailLanguage } from '../../../shared/notifications/languages.ts';
import { readerFor } from '../../../shared/notifications/reader-store.ts';
import { commit, type Write } from '../../../shared/platform/commit.ts';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';

/** A user and what says when their agenda is due; one BatchGet. */
async function readUser(workspaceId: string, id: string) {
  const key = userStore.keyOf(workspaceId, id);
  const items = await getItems([key, ...keysBeside({ workspaceId, id })]);
  const item = items.get(nameOf(key));
  const user = item && userStore.parse(item);
  return user && { user, beside: besideOf(user, (one) => items.get(nameOf(one))) };
}

/** The mail of a day as its reader may see it; undefined for a day that asks for nothing. */
async function mailOf(user: User, day: string, now: string, language: MailLanguage) {
  const { names, ...agenda } = await readAgenda(await readerFor(user), day, now);
  if (isEmpty(agenda)) return undefined;
  const { subject, text } = agendaText(agenda, day, language);
  const claim = `agenda:${user.id}:${day}`;
  const mail: NewMessage = {
    claim,
    purpose: 'digest',
    to: user.email,
    subject,
    text,
    html: htmlOfText(text, { hasLinks: false }),
    names,
  };
  return mail;
}

/** The mail with the note that its day is done. A person who was erased meanwhile is no reason to leave the day out: the next sweep reads anew. */
async function send(mail: NewMessage, done: Write, { workspaceId, id }: User, now: string): Promise<void> {
  const by = systemContext(workspaceId, 'schedule', 'agenda', now, id);
  if (await saveClaimed(queueMessage(mail, by), by, undefined, [done])) return;
  const earlier = await messageStore.findByUnique(workspaceId, { name: claimName, value: mail.claim });
  if (earlier) await commit([done]);
}

/**
 * A user's morning: the mail of the day is written, and the day noted as done, in one transaction; of any number of sweeps one does it. What is
 * late is still today's; of a day that is over none is written. An entry that is not due any more is given to the projector, which moves it.
 */
export async function agendaDue({ workspaceId, id }: DueEntry, now: string): Promise<void> {
  const read = await readUser(workspaceId, id);
  const due = read && agendaDueOf(read.user, read.beside);
  if (!due || due > now) return queueLooks([{ keys: [userStore.keyOf(workspaceId, id)] }]);
  const { user, beside } = read;
  const { sends, day } = agendaAt(now, beside.hours, beside.timeZone);
  const done = agendaWrite(workspaceId, id, beside.done, day);
  const mail = sends ? await mailOf(user, day, now, languageOf(beside.preferences.language)) : undefined;
  try {
    await (mail ? send(mail, done, user, now) : commit([done]));
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // another sweep was first
  }
}

import { systemContext } from '../../../shared/core/actor.ts';
import { dueEntry } from '../../../shared/core/due.ts';
import { kindOfId } from '../../../shared/core/ids.ts';
import { nameOf } from '../../../shared/core/projection.ts';
import { clip } from '../../../shared/core/text.ts';
import { preferencesKey, preferencesOf } from '../../../shared/identity/preferences.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { type NewMessage, queueMessage } from '../../../shared/mail/message.ts';
import { saveClaimed } from '../../../shared/mail/message-store.ts';
import { htmlOfText, oneLine } from '../../../shared/mail/render.ts';
import { languageOf } from '../../../shared/notifications/languages.ts';
import {
  keysOf,
  Notification,
  placeAmongRead,
  readMarkKey,
} from '../../../shared/notifications/notification.ts';
import { channelsOf } from '../../../shared/notifications/notification-types.ts';
import { heldUntil } from '../../../shared/notifications/quiet-hours.ts';
import { readerFor } from '../../../shared/notifications/reader-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { parseContext } from '../../../shared/platform/parse-context.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { idleMail } from './idle-mail.ts';
import { plainMail } from './plain-mail.ts';

type Named = { workspaceId: string; userId: string; id: string };

/** A notification, whose it is, and how they like to be told; one BatchGet. */
async function readFor(named: Named) {
  const { workspaceId, userId } = named;
  const keys = keysOf(named);
  const [userKey, ownKey] = [userStore.keyOf(workspaceId, userId), preferencesKey(workspaceId, userId)];
  const markKey = readMarkKey(workspaceId, userId);
  const items = await getItems([...keys, userKey, ownKey, markKey]);
  const item = keys.map((key) => items.get(nameOf(key))).find(Boolean);
  const user = items.get(nameOf(userKey));
  if (!item || !user) return undefined;
  const notification = Notification.parse(item, parseContext());
  const mark = String(items.get(nameOf(markKey))?.readTo ?? '');
  const isRead = notification.readAt !== undefined || placeAmongRead(notification) <= mark;
  const preferences = preferencesOf(items.get(nameOf(ownKey)));
  return { notification, user: userStore.parse(user), preferences, isRead };
}
type Read = NonNullable<Awaited<ReturnType<typeof readFor>>>;

/** A mail that waits for the end of the quiet hours lies in the due index, where its user is part of its name. */
const dueName = ({ userId, id }: Named) => `${userId}.${id}`;
export function ofDueName(name: string): Pick<Named, 'userId' | 'id'> {
  const [userId = '', id = ''] = name.split('.');
  return { userId, id };
}
const wait = (named: Named, until: string): Promise<void> =>
  commit([
    {
      action: {
        Put: {
          Item: dueEntry(until, 'notification_mail', named.workspaceId, 'notification', dueName(named)),
        },
      },
    },
  ]);

const mostSubjectLength = 300;
/** The mail as its reader may see what it tells of; undefined where there is nothing to tell any more. */
async function writtenFor({ notification, user, preferences }: Read): Promise<NewMessage | undefined> {
  const { id, topic, about } = notification;
  const language = languageOf(preferences.language);
  const write = topic === 'deal_idle' ? idleMail : plainMail;
  const written = await write(await readerFor(user), notification, language);
  if (!written) return undefined;
  const { text, names } = written;
  const subject = clip(oneLine(written.subject), mostSubjectLength);
  const dealId = about && kindOfId(about) === 'deal' ? { dealId: about } : {};
  const content = { subject, text, html: htmlOfText(text), names, ...dealId };
  return { claim: `notification:${id}`, purpose: 'notification', to: user.email, ...content };
}

/**
 * Mails a notification to whom it is of, once, where they want that: now, or when their quiet hours are over. `waited`: it has waited for that, so that
 * what was read on the console meanwhile is told no more. May be repeated.
 */
export async function mailNotification(
  named: Named,
  now: string,
  cause: string,
  { waited = false } = {},
): Promise<void> {
  const read = await readFor(named);
  if (read?.user.status !== 'active' || (waited && read.isRead)) return;
  const { notification, preferences } = read;
  if (!channelsOf(notification.topic, preferences.notifications).mail) return;
  const { timeZone } = await workspaceOf(named.workspaceId);
  const moments = { madeAt: notification.createdAt, now };
  const until = heldUntil(preferences.quietHours, moments, preferences.timeZone ?? timeZone);
  if (until !== undefined) return wait(named, until);
  const by = systemContext(named.workspaceId, 'mail', named.id, now, cause);
  const message = await writtenFor(read);
  if (message) await saveClaimed(queueMessage(message, by), by);
}

import type { IdKind } from '../../../shared/core/ids.ts';
import { type Item, nameOf } from '../../../shared/core/projection.ts';
import { recordKey, uniqueKey } from '../../../shared/core/record.ts';
import { isHere, userRecord } from '../../../shared/identity/user.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import type { Message } from '../../../shared/mail/message.ts';
import { getItem, getItems } from '../../../shared/platform/dynamo.ts';
import { followed } from '../../../shared/platform/merged.ts';

type About = { kind: IdKind; id: string };
/** Without which a mail is not sent. Who came in is welcomed, whatever became of the deal that was opened with it. */
function aboutOf({ contactId, dealId, ticketId, authorId, purpose }: Message): About[] {
  const deal = purpose === 'welcome' ? undefined : dealId;
  const named = { contact: contactId, deal, ticket: ticketId, user: authorId };
  return Object.entries(named).flatMap(([kind, id]) => (id ? [{ kind: kind as IdKind, id }] : []));
}

function reasonOf(kind: IdKind, item: Item | undefined): string | undefined {
  if (kind === 'user') return item && isHere(userRecord.schema.parse(item)) ? undefined : 'author_gone';
  if (item?.erasedAt) return 'person_erased';
  return !item || item.deletedAt ? `${kind}_gone` : undefined;
}

/** MAIL-7, USER-2: what goes to a user may tell of the workspace, and nobody is told of it who is no user any more. */
async function isRecipientGone({ workspaceId, contactId, to }: Message): Promise<boolean> {
  if (contactId) return false;
  const held = await getItem(uniqueKey(workspaceId, { name: 'user_email', value: to.toLowerCase() }));
  const user = held && (await userStore.find(workspaceId, String(held.recordId)));
  return !user || !isHere(user);
}

/**
 * Why a mail has lost what it is about since it was written: its contact, deal or ticket lies in the trash or is deleted, the
 * person is erased, or who wrote it, or is to get it, is no user any more. Of a contact that was merged the one that stays counts.
 * CONTACT-1, DEAL-1, TICKET-1, USER-2: one BatchGet for all; two GetItems more of a mail to a user.
 */
export async function goneFrom(message: Message): Promise<string | undefined> {
  const keyed = aboutOf(message).map(({ kind, id }) => ({
    kind,
    key: recordKey(message.workspaceId, kind, id),
  }));
  const items = await followed(await getItems(keyed.map(({ key }) => key)));
  const lost = keyed.map(({ kind, key }) => reasonOf(kind, items.get(nameOf(key)))).find(Boolean);
  return lost ?? ((await isRecipientGone(message)) ? 'recipient_gone' : undefined);
}

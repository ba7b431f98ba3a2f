import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { hiddenFields, mayTouch, type Who } from '../../../shared/core/rights.ts';
import { type Ids, idsOf, standing } from '../../../shared/platform/merged.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { askerOf, type PersonExport } from '../../../shared/privacy/export.ts';

/** Whose archive it is, and what the asker may see of them. */
export type Person = {
  workspaceId: string;
  contact: Contact;
  /** Its own id first, and those of the contacts that were merged into it: what names any of them is the person's. */
  ids: Ids;
  who: Who;
  hidden: ReadonlySet<string>;
  /** Mails and posts of forms say whatever people wrote, hidden fields too: they are for who may read the contact whole. */
  seesAll: boolean;
  /** An API key may be held to less than to read activities. */
  seesActivities: boolean;
};

/** Undefined where the person is gone, erased, or out of the asker's sight. */
export async function personOf(one: PersonExport): Promise<Person | undefined> {
  const { workspaceId, contactId } = one;
  const item = await standing(workspaceId, 'contact', contactId); // who was merged since it was asked for is in the archive of whom they are
  const contact = item && recordStore(contactRecord).parse(item);
  const who = askerOf(one);
  if (!contact || contact.erasedAt || !mayTouch(who, 'contact', 'export', contact.ownerId)) return undefined;
  const hidden = hiddenFields(who, 'contact', contact.ownerId);
  const seesActivities = mayTouch(who, 'activity', 'read', undefined);
  return {
    workspaceId,
    contact,
    ids: idsOf(contact),
    who,
    hidden,
    seesAll: hidden.size === 0,
    seesActivities,
  };
}

import type { Page, PageRequest } from '../core/page.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import type { EmailFolding } from '../workspaces/workspace.ts';
import { type Contact, contactRecord } from './contact.ts';
import { contactListPk } from './contact-projection.ts';
import { foldEmail } from './email-address.ts';

/** CONTACT-1: by id, one GetItem. */
export const contactStore = recordStore(contactRecord);

/** CONTACT-2: by any spelling of an e-mail address, two GetItems (one where nobody has it). */
export const findContactByEmail = (
  workspaceId: string,
  address: string,
  folding: EmailFolding,
): Promise<Contact | undefined> =>
  contactStore.findByUnique(workspaceId, { name: 'email', value: foldEmail(address, folding) });

/** CONTACT-3: newest first, one Query and one BatchGet a page. */
export const contactPage = (workspaceId: string, page: PageRequest): Promise<Page<Contact>> =>
  recordPage({ pk: contactListPk(workspaceId), newestFirst: true }, page, 'contacts', (ids) =>
    contactStore.getMany(workspaceId, ids),
  );

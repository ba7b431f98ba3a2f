import type { Scope } from '../core/scope.ts';
import { ownedStore } from '../platform/owned-store.ts';
import type { EmailFolding } from '../workspaces/workspace.ts';
import { type Contact, contactRecord } from './contact.ts';
import { foldEmail } from './email-address.ts';

/** CONTACT-1: by id, one GetItem. */
export const contactStore = ownedStore(contactRecord);

/** CONTACT-2: by any spelling of an e-mail address, two GetItems (one where nobody has it and all is in reach). */
export const findContactByEmail = (
  scope: Scope,
  address: string,
  folding: EmailFolding,
): Promise<Contact | undefined> =>
  contactStore.findByUnique(scope, { name: 'email', value: foldEmail(address, folding) });

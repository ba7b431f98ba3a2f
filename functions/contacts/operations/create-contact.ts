import { createContact, NewContact } from '../../../shared/contacts/contact.ts';
import { createContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { normalPhones } from '../../../shared/contacts/phone.ts';
import { assertMaySet, ownerOfNew } from '../../../shared/core/may-write.ts';
import { mustBeHere } from '../../../shared/identity/user-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { mustNotBeErased } from '../../../shared/privacy/erased-address-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

/** What a body holds that says nothing. */
const untouched = NewContact.parse({});

export const createContactOperation = operation(createContactRoute, async ({ body, ...by }) => {
  const { workspaceId } = by.actor;
  const { emailFolding, country } = await workspaceOf(workspaceId);
  const ownerId = ownerOfNew(by.actor, 'contact', body.ownerId);
  assertMaySet(by.actor, 'contact', 'create', ownerId, body, untouched);
  const phones = await normalPhones(body.phones, country);
  const change = createContact({ ...body, ownerId, phones }, emailFolding, by);
  const owner = body.ownerId ? [mustBeHere(workspaceId, body.ownerId, '/ownerId')] : [];
  const keys = change.after.emails.map(({ key }) => key);
  await contactStore.save(change, by, [...owner, ...(await mustNotBeErased(workspaceId, keys))]);
  return change.after;
});

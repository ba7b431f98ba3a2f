import { patchContact } from '../../../shared/contacts/contact.ts';
import { patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { normalPhones } from '../../../shared/contacts/phone.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { assertMaySet } from '../../../shared/core/may-write.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import { mustBeHere } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { mustNotBeErased } from '../../../shared/privacy/erased-address-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export const patchContactOperation = operation(patchContactRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const contact = await contactStore.get(within(by.actor, 'edit'), params.contactId);
    assertMaySet(by.actor, 'contact', 'edit', contact.ownerId, body);
    assertMatch(contact, match);
    const { emailFolding, country } = await workspaceOf(workspaceId);
    const phones = body.phones && (await normalPhones(body.phones, country));
    const change = patchContact(contact, { ...body, phones }, emailFolding, by);
    if (changesNothing(change)) return contact;
    const owner = body.ownerId ? [mustBeHere(workspaceId, body.ownerId, '/ownerId')] : [];
    const had = new Set(contact.emails.map(({ key }) => key));
    const added = change.after.emails.map(({ key }) => key).filter((key) => !had.has(key));
    await contactStore.save(change, by, [...owner, ...(await mustNotBeErased(workspaceId, added))]);
    return change.after;
  }),
);

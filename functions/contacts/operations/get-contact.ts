import { contactRecord } from '../../../shared/contacts/contact.ts';
import { getContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { readCollection } from '../../../shared/platform/collection.ts';

const entriesShown = 20;

/** CONTACT-4. */
export const getContactOperation = operation(getContactRoute, async ({ actor, params }) => {
  const { record, timeline, cursor } = await readCollection(contactRecord, within(actor), params.contactId, {
    timeline: entriesShown,
  });
  return { ...record, timeline: { items: timeline, cursor } };
});

import { readAsOf } from '../../../shared/audit/as-of-store.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { getContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { purchasesFor } from '../../../shared/orders/purchases.ts';
import { operation } from '../../../shared/platform/api.ts';
import { readCollection } from '../../../shared/platform/collection.ts';
import { sideBySide } from '../../../shared/platform/side-by-side.ts';
import { openPromises } from '../../../shared/promises/promise-store.ts';

const entriesShown = 20;

/** CONTACT-4 and PROMISE-3; HISTORY-2 where a moment is asked for. */
export const getContactOperation = operation(getContactRoute, async ({ actor, params, query }) => {
  const scope = within(actor);
  if (query.asOf) return readAsOf(contactStore, scope, params.contactId, query.asOf);
  const page = { timeline: entriesShown, beside: 1 };
  const [{ record, beside, timeline, cursor }, promises] = await sideBySide([
    readCollection(contactRecord, scope, params.contactId, page),
    openPromises(scope, { kind: 'contact', id: params.contactId }),
  ]);
  const purchases = purchasesFor(actor, beside);
  return { ...record, ...(purchases && { purchases }), promises, timeline: { items: timeline, cursor } };
});

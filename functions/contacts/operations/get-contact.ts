import { readAsOf } from '../../../shared/audit/as-of-store.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { getContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { type Scope, within } from '../../../shared/core/scope.ts';
import { purchasesFor } from '../../../shared/orders/purchases.ts';
import { operation } from '../../../shared/platform/api.ts';
import { readCollection } from '../../../shared/platform/collection.ts';
import { sideBySide } from '../../../shared/platform/side-by-side.ts';
import type { DealPromise } from '../../../shared/promises/promise.ts';
import { mostPromises, openPromises } from '../../../shared/promises/promise-store.ts';
import { riskFor } from '../../../shared/risk/risk-shown.ts';
import { scoringFor } from '../../../shared/scoring/scoring-shown.ts';

const entriesShown = 20;
/** What a contact has bought, its score, and its risk. */
const besides = 3;

/** With the open promises to those that were merged into the contact: the one that is due first in front, as many as without. */
async function withThoseToMerged(scope: Scope, { mergedIds = [] }: Contact, own: DealPromise[]) {
  const [first, ...others] = mergedIds;
  if (first === undefined) return own;
  const theirs = await openPromises(scope, { kind: 'contact', ids: [first, ...others] });
  const byDueOn = (a: DealPromise, b: DealPromise) => (a.dueOn < b.dueOn ? -1 : 1);
  return [...own, ...theirs].sort(byDueOn).slice(0, mostPromises);
}

/** CONTACT-4 and PROMISE-3; HISTORY-2 where a moment is asked for. */
export const getContactOperation = operation(getContactRoute, async ({ actor, now, params, query }) => {
  const scope = within(actor);
  if (query.asOf) return readAsOf(contactStore, scope, params.contactId, query.asOf);
  const page = { timeline: entriesShown, beside: besides };
  const [{ record, beside, timeline, cursor }, own] = await sideBySide([
    readCollection(contactRecord, scope, params.contactId, page),
    openPromises(scope, { kind: 'contact', ids: [params.contactId] }),
  ]);
  const promises = await withThoseToMerged(scope, record, own);
  const purchases = purchasesFor(actor, beside);
  const risk = riskFor(actor, record, beside, now.slice(0, 10));
  return {
    ...record,
    ...scoringFor(actor, record, beside),
    ...(purchases && { purchases }),
    ...(risk && { risk }),
    promises,
    timeline: { items: timeline, cursor },
  };
});

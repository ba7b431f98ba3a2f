import { activityRecord } from '../activities/activity.ts';
import type { Contact } from '../contacts/contact.ts';
import { phonePk } from '../contacts/contact-projection.ts';
import { contactStore } from '../contacts/contact-store.ts';
import type { Actor } from '../core/actor.ts';
import { uniqueKey } from '../core/record.ts';
import { hiddenAnywhere, reachOf } from '../core/rights.ts';
import type { Scope } from '../core/scope.ts';
import type { Deal } from '../deals/deal.ts';
import { contactDealPage } from '../deals/deal-store.ts';
import { getItem, queryItems } from '../platform/dynamo.ts';
import { idsOf } from '../platform/merged.ts';
import { recordStore } from '../platform/record-store.ts';

const mostCandidates = 100;
const latestFirst = (a: Contact, b: Contact) => (a.updatedAt < b.updatedAt ? 1 : -1);
/**
 * CALL-1: the contacts in reach that have a number (E.164), whoever was changed last first: one Query and one BatchGet,
 * however many contacts there are. A new number is found within a second.
 */
export async function contactsWithNumber(scope: Scope, e164: string): Promise<Contact[]> {
  const pk = phonePk(scope.workspaceId, e164);
  const { items } = await queryItems({ pk, limit: mostCandidates, newestFirst: true });
  if (items.length === 0) return [];
  const found = await contactStore.getMany(
    scope,
    items.map(({ id }) => String(id)),
  );
  const has = ({ phones, erasedAt }: Contact) => !erasedAt && phones.some(({ number }) => number === e164);
  return found.filter(has).sort(latestFirst);
}

/** CALL-2: the activity that a telephony system's own name for a call was logged as: one GetItem, two where there is one. */
export const findReported = (workspaceId: string, externalId: string) =>
  recordStore(activityRecord).findByUnique(workspaceId, { name: 'reported_call', value: externalId });

/** A colleague by their address: one GetItem. */
export async function userByEmail(workspaceId: string, email: string): Promise<string | undefined> {
  const holder = await getItem(uniqueKey(workspaceId, { name: 'user_email', value: email.toLowerCase() }));
  return holder && String(holder.recordId);
}

const mostDeals = 20;
/** DEAL-4: a contact's open deals in reach; none for whom it is hidden whose deals are. */
export async function openDealsOf(actor: Actor, scope: Scope, contact: Contact): Promise<Deal[]> {
  if (reachOf(actor, 'deal', 'read').reach === 'none') return [];
  if (hiddenAnywhere(actor, 'deal').has('contactId')) return [];
  const { items } = await contactDealPage(scope, idsOf(contact), { limit: mostDeals });
  return items.filter(({ status }) => status === 'open');
}

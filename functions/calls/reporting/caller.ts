import { type NewCall, type Numbers, theirs } from '../../../shared/calls/call.ts';
import { contactsWithNumber } from '../../../shared/calls/caller-store.ts';
import { claimNumber, leadOfNumber } from '../../../shared/calls/new-caller-store.ts';
import { type Contact, createContact } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { Context } from '../../../shared/core/actor.ts';
import { AppError, referenceUnknown } from '../../../shared/core/errors.ts';
import { assertMaySet, ownerOfNew } from '../../../shared/core/may-write.ts';
import type { Kept } from '../../../shared/core/record.ts';
import { reachOf } from '../../../shared/core/rights.ts';
import { within } from '../../../shared/core/scope.ts';
import { withOpenCustom } from '../../../shared/fields/open-door-store.ts';
import type { Write } from '../../../shared/platform/commit.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

/** Whose call it is: a contact that was there, or a lead to be made with it. */
export type Caller = { contact: Contact; lead?: Lead; candidates: Contact[] };
type Lead = { change: Kept<Contact>; claim: Write };

const callerUnknown = (why: string) =>
  new AppError('unprocessable', 'caller_unknown', `${why} Nothing was kept.`);

const mayMakeLeads = ({ actor }: Context) => reachOf(actor, 'contact', 'create').reach !== 'none';

/** Of two calls at once from a number that was nobody's, the second is one from the lead that the first made. */
async function calledBefore(e164: string, by: Context): Promise<{ id?: string; contact?: Contact }> {
  const id = await leadOfNumber(by, e164);
  const contact = id === undefined ? undefined : await contactStore.find(within(by.actor), id);
  const isTheirs = contact && !contact.erasedAt && contact.phones.some(({ number }) => number === e164);
  return { ...(id !== undefined && { id }), ...(isTheirs && { contact }) };
}

/** Nobody in reach has the number: a lead with it. Throws `caller_unknown`, `permission_missing`, `field_forbidden`. */
async function leadOf(call: NewCall, e164: string, by: Context): Promise<Kept<Contact>> {
  const { createContact: isWanted = call.direction === 'inbound' } = call;
  if (!isWanted) throw callerUnknown(`Nobody has the number ${e164}.`);
  if (!mayMakeLeads(by)) {
    if (call.createContact)
      throw new AppError('forbidden', 'permission_missing', 'This needs the permission contacts:create.');
    throw callerUnknown(
      `Nobody has the number ${e164}, and contacts:create, which would make a lead, is missing.`,
    );
  }
  const ownerId = ownerOfNew(by.actor, 'contact', undefined);
  const given = { phones: [{ number: e164 }], ...(ownerId && { ownerId }) };
  assertMaySet(by.actor, 'contact', 'create', ownerId, { phones: given.phones });
  const { emailFolding } = await workspaceOf(by.actor.workspaceId);
  return withOpenCustom(createContact(given, emailFolding, by));
}

/** CALL-1, CALL-3: whose call it is. `loggedWith` is the contact of a call that was reported before. */
export async function callerOfCall(
  call: NewCall,
  numbers: Numbers,
  loggedWith: string | undefined,
  by: Context,
): Promise<Caller> {
  const scope = within(by.actor);
  const e164 = theirs(call, numbers);
  const candidates = e164 ? await contactsWithNumber(scope, e164) : [];
  const wanted = loggedWith ?? call.contactId;
  if (wanted !== undefined) {
    const contact = candidates.find(({ id }) => id === wanted) ?? (await contactStore.find(scope, wanted));
    if (contact) return { contact, candidates };
    throw referenceUnknown('/contactId', `There is no contact ${wanted}.`);
  }
  const [contact] = candidates;
  if (contact) return { contact, candidates };
  if (e164 === undefined) throw callerUnknown('The number is withheld, or is none.');
  const earlier = await calledBefore(e164, by);
  if (earlier.contact) return { contact: earlier.contact, candidates: [earlier.contact] };
  const change = await leadOf(call, e164, by);
  const { id: contactId } = change.after;
  const claim = claimNumber(by, { e164, contactId, instead: earlier.id });
  return { contact: change.after, lead: { change, claim }, candidates: [] };
}

import { type NewCall, type Numbers, theirs } from '../../../shared/calls/call.ts';
import { contactsWithNumber } from '../../../shared/calls/caller-store.ts';
import { type Contact, createContact } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { Context } from '../../../shared/core/actor.ts';
import { AppError, referenceUnknown } from '../../../shared/core/errors.ts';
import { assertMaySet, ownerOfNew } from '../../../shared/core/may-write.ts';
import type { Kept } from '../../../shared/core/record.ts';
import { reachOf } from '../../../shared/core/rights.ts';
import { within } from '../../../shared/core/scope.ts';
import { withOpenCustom } from '../../../shared/fields/open-door-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

/** Whose call it is: a contact that was there, or a lead to be made with it. */
export type Caller = { contact: Contact; lead?: Kept<Contact>; candidates: Contact[] };

const callerUnknown = (why: string) =>
  new AppError('unprocessable', 'caller_unknown', `${why} Nothing was kept.`);

const mayMakeLeads = ({ actor }: Context) => reachOf(actor, 'contact', 'create').reach !== 'none';

/** Nobody in reach has the number: a lead with it. Throws `caller_unknown`, `permission_missing`, `field_forbidden`. */
async function leadOf(call: NewCall, e164: string | undefined, by: Context): Promise<Kept<Contact>> {
  const { createContact: isWanted = call.direction === 'inbound' } = call;
  if (e164 === undefined) throw callerUnknown('The number is withheld, or is none.');
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

/** CALL-1: whose call it is. `loggedWith` is the contact of a call that was reported before. */
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
  const lead = await leadOf(call, e164, by);
  return { contact: lead.after, lead, candidates: [] };
}

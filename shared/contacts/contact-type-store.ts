import type { Context } from '../core/actor.ts';
import { within } from '../core/scope.ts';
import type { Write } from '../platform/commit.ts';
import { mustBeSeen } from '../platform/owned-store.ts';
import type { RecordType } from '../platform/record-type.ts';
import { mustNotBeErased } from '../privacy/erased-address-store.ts';
import { scoredContacts, withScores } from '../scoring/shown-score-store.ts';
import type { EmailFolding } from '../workspaces/workspace.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { notedInContacts } from './bounces.ts';
import {
  type Contact,
  type ContactPatch,
  contactRecord,
  createContact,
  NewContact,
  patchContact,
} from './contact.ts';
import { ordersOf } from './contact-projection.ts';
import { contactShape } from './contact-shape.ts';
import { contactStore } from './contact-store.ts';
import { foldEmail } from './email-address.ts';
import { normalPhones } from './phone.ts';

/** Holds a write to the being there, in sight, of what a contact newly names. */
const referencesOf = (
  { companyId }: { companyId?: string | null | undefined },
  { actor }: Context,
): Write[] => (companyId ? [mustBeSeen(within(actor), 'company', companyId, '/companyId')] : []);

const sameMailbox = (folding: EmailFolding, one: string, other: string) =>
  foldEmail(one, folding) === foldEmail(other, folding);

/** A contact as the operations that every kind has know it; by the first address of a body, or by external id. */
export const contactType: RecordType<Contact, NewContact, ContactPatch> = {
  of: contactRecord,
  shape: contactShape,
  store: contactStore,
  untouched: NewContact.parse({}),
  async make(given, by) {
    const { workspaceId } = by.actor;
    const { emailFolding, country } = await workspaceOf(workspaceId);
    const phones = await normalPhones(given.phones, country);
    const change = createContact({ ...given, phones }, emailFolding, by);
    const keys = change.after.emails.map(({ key }) => key);
    return { change, also: [...referencesOf(given, by), ...(await mustNotBeErased(workspaceId, keys))] };
  },
  async edit(contact, patch, by) {
    const { workspaceId } = by.actor;
    const { emailFolding, country } = await workspaceOf(workspaceId);
    const phones = patch.phones && (await normalPhones(patch.phones, country));
    const change = patchContact(contact, { ...patch, phones }, emailFolding, by);
    const had = new Set(contact.emails.map(({ key }) => key));
    const added = change.after.emails.map(({ key }) => key).filter((key) => !had.has(key));
    return {
      change,
      also: [
        ...(patch.companyId === contact.companyId ? [] : referencesOf(patch, by)),
        ...(await mustNotBeErased(workspaceId, added)),
      ],
    };
  },
  async unique(_, written, { actor }) {
    const { emailFolding } = await workspaceOf(actor.workspaceId);
    return { name: 'email', value: foldEmail(written.trim(), emailFolding) };
  },
  written: (by, { externalId, emails = [] }) =>
    by === 'email' ? emails[0]?.address : (externalId ?? undefined),
  orders: ordersOf,
  shown: { besides: withScores, getMany: scoredContacts },
  noted: notedInContacts,
  /** Addresses that find a contact are added to those that it has: none is lost by being left out. */
  async matched(contact, { emails, ...patch }, { actor }) {
    if (!emails) return patch;
    const { emailFolding } = await workspaceOf(actor.workspaceId);
    const isNew = ({ address }: { address: string }) =>
      !contact.emails.some((had) => sameMailbox(emailFolding, had.address, address));
    const had = contact.emails.map(({ key: _, bouncedAt: __, ...email }) => email);
    return { ...patch, emails: [...had, ...emails.filter(isNew)] };
  },
};

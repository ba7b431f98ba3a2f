import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { idOf, newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import { maskOf } from '../core/policy.ts';
import { defineOwned, type Kept, nextVersion, governedBase } from '../core/record.ts';
import type { EmailFolding } from '../workspaces/workspace.ts';
import { EmailAddress, foldEmail } from './email-address.ts';

const Lifecycle = z.enum(['lead', 'qualified', 'customer', 'former']);

/** `key` is the folded address: a workspace has one contact for it. */
const StoredEmail = z.object({
  address: z.string().max(254),
  label: z.string().max(40).optional(),
  key: z.string(),
});
const GivenEmail = z.strictObject({
  address: EmailAddress,
  label: z.string().max(40).optional(),
});
/** Numbers are E.164. */
export const Phone = z.strictObject({
  number: z.string().regex(/^\+[1-9]\d{6,14}$/, 'Must be E.164, like +4930123456.'),
  label: z.string().max(40).optional(),
});
/** Where a contact came from. */
export const Source = z.object({
  kind: z.enum(['form', 'mail', 'api', 'import', 'demo']),
  /** The form's or the mailbox's id. */
  id: z.string().optional(),
  pageUrl: personal(z.string().max(2000).optional()),
  referrer: personal(z.string().max(2000).optional()),
  utm: personal(z.record(z.string(), z.string().max(200)).optional()),
});
export type Source = z.infer<typeof Source>;
const CustomName = z.string().regex(/^[a-z][A-Za-z0-9_]{0,63}$/, 'Like `budget` or `shoeSize`.');
const CustomValue = z.union([
  z.string().max(5000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(50),
]);
const CustomFields = z.record(CustomName, CustomValue);
const mostCustomBytes = 32_000; // a record stays far below the 400 KB of an item, also twice in a change

const name = z.string().trim().min(1).max(200);
const tags = z.array(z.string().trim().min(1).max(50)).max(50);
/** What a person may set; everything is optional, so that no lead is lost for want of a name. */
const fields = {
  firstName: personal(name.optional()),
  lastName: personal(name.optional()),
  company: personal(name.optional()),
  jobTitle: personal(name.optional()),
  phones: personal(z.array(Phone).max(10).default([])),
  lifecycle: Lifecycle.default('lead'),
  ownerId: idOf('user').optional(),
  tags: personal(tags.default([])),
  /** BCP 47. */
  language: personal(z.string().max(35).optional()),
  custom: personal(CustomFields.default({})),
};
export const Contact = z.object({
  ...governedBase('contact'),
  ...fields,
  emails: personal(z.array(StoredEmail).max(10).default([])),
  source: Source.optional(),
  /** The person was erased then; what is left is nobody. */
  erasedAt: z.iso.datetime().optional(),
});
export type Contact = z.infer<typeof Contact>;
export const contactRecord = defineOwned(
  'contact',
  Contact,
  ({ ownerId }) => ownerId,
  ({ emails }) => emails.map(({ key }) => ({ name: 'email', value: key })),
);

export const NewContact = z.strictObject({ ...fields, emails: z.array(GivenEmail).max(10).default([]) });
export type NewContact = z.infer<typeof NewContact>;

/** RFC 7396: absent keeps, null clears, arrays replace. */
export const ContactPatch = z.strictObject({
  firstName: fields.firstName.nullable(),
  lastName: fields.lastName.nullable(),
  company: fields.company.nullable(),
  jobTitle: fields.jobTitle.nullable(),
  phones: z.array(Phone).max(10).optional(),
  emails: z.array(GivenEmail).max(10).optional(),
  lifecycle: Lifecycle.optional(),
  ownerId: idOf('user').nullish(),
  tags: tags.optional(),
  language: fields.language.nullable(),
  custom: z.record(CustomName, CustomValue.nullable()).optional(),
});
export type ContactPatch = z.infer<typeof ContactPatch>;

/** What the API shows of a contact. */
export const ContactBody = Contact.omit({ workspaceId: true })
  .extend({ emails: z.array(StoredEmail.omit({ key: true })) })
  .partial(maskOf('contact'));

/** Addresses with the key that makes them unique; the same mailbox twice is kept once. */
function withKeys(emails: z.infer<typeof GivenEmail>[], folding: EmailFolding): Contact['emails'] {
  const all = emails.map((email) => ({ ...email, key: foldEmail(email.address, folding) }));
  return [...new Map(all.toReversed().map((email) => [email.key, email])).values()].reverse();
}

/** What holds for the whole, after a patch as well; throws `validation_failed`. */
function sound(contact: Contact): Contact {
  if (Buffer.byteLength(JSON.stringify(contact.custom)) > mostCustomBytes) {
    throw invalidField('/custom', 'too_big', `Custom fields hold ${mostCustomBytes} bytes at most in all.`);
  }
  return { ...contact, tags: [...new Set(contact.tags)] };
}

/** Phones are E.164 already (`normalPhones`). The e-mail's uniqueness is the table's to hold. */
export function createContact(
  given: NewContact,
  folding: EmailFolding,
  { actor, now }: Context,
  more: { source?: Source; id?: string } = {},
): Kept<Contact> {
  const { id = newId('contact', now), source = { kind: 'api' } } = more;
  const after: Contact = {
    ...given,
    emails: withKeys(given.emails, folding),
    source,
    id,
    workspaceId: actor.workspaceId,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  return { of: contactRecord, before: undefined, after: sound(after), events: [] };
}

/** Throws `contact_erased`: to what is left of an erased person nothing is added. */
function assertNotErased({ id, erasedAt }: Contact): void {
  if (!erasedAt) return;
  throw new AppError('conflict', 'contact_erased', `The person behind ${id} was erased; ${id} stays empty.`);
}

export function patchContact(
  contact: Contact,
  patch: ContactPatch,
  folding: EmailFolding,
  { now }: Context,
): Kept<Contact> {
  assertNotErased(contact);
  const { emails, ...rest } = patch;
  const merged = mergePatch(contact, { ...rest, ...(emails && { emails: withKeys(emails, folding) }) });
  return { of: contactRecord, before: contact, after: nextVersion(sound(merged), {}, now), events: [] };
}

/** A name to show: never empty. */
export const displayName = ({ firstName, lastName, emails, phones, id }: Contact) =>
  [firstName, lastName].filter(Boolean).join(' ') || emails[0]?.address || phones[0]?.number || id;

import * as z from 'zod';
import { type Context, idForNew } from '../core/actor.ts';
import { Language } from '../core/codes.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';
import { clearable, mergePatch } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import { maskOf } from '../core/policy.ts';
import {
  defineOwned,
  governedBase,
  type Kept,
  keysOfMerged,
  mergeableBase,
  nextVersion,
} from '../core/record.ts';
import { distinctFolded } from '../core/text.ts';
import { TimeZone } from '../core/time-zone.ts';
import { Address } from '../records/address.ts';
import { cameFields } from '../records/came-fields.ts';
import {
  commonFields,
  commonPatch,
  commonUnique,
  keptFields,
  mostCustomBytes,
} from '../records/common-fields.ts';
import { Phone, WrittenPhone } from '../records/phone-field.ts';
import type { EmailFolding } from '../workspaces/workspace.ts';
import { bouncingAs } from './bounces.ts';
import { Consents, ConsentsPatch, consentsAfter, GivenConsents } from './consent.ts';
import { EmailAddress, foldEmail } from './email-address.ts';

export const Lifecycle = z.enum(['lead', 'qualified', 'customer', 'former']);

/** `key` is the folded address: a workspace has one contact for it. */
const StoredEmail = z.object({
  address: z.string().max(254),
  label: z.string().max(40).optional(),
  key: z.string(),
  bouncedAt: z.iso
    .datetime()
    .optional()
    .describe('Read only: when a mail to it came back for good. It goes with the address.'),
});
const GivenEmail = z.strictObject({
  address: EmailAddress,
  label: z.string().max(40).optional(),
  bouncedAt: z.iso
    .datetime()
    .optional()
    .describe('Read only: taken so that a list can be sent back as it was read, and left as it is.'),
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
const name = z.string().trim().min(1).max(200);
/** A profile elsewhere; `network` as people say it: `linkedin`, `x`, `mastodon`. */
const SocialProfile = z.strictObject({
  network: z.string().trim().toLowerCase().min(1).max(40),
  url: z.url({ protocol: /^https?$/ }).max(500),
});
/** A day, or one of no known year (`--05-23`), as vCard writes it (RFC 6350, 4.3.1). */
const Birthday = z
  .string()
  .regex(/^(?:\d{4}|-)-\d{2}-\d{2}$/, 'A day like 1815-12-10, or --12-10 where the year is not known.')
  .refine(
    (day) => z.iso.date().safeParse(day.startsWith('-') ? `2000${day.slice(1)}` : day).success,
    'There is no such day.',
  );
/** What a person may set; everything is optional, so that no lead is lost for want of a name. */
const fields = {
  firstName: personal(name.optional()),
  lastName: personal(name.optional()),
  company: personal(name.optional()),
  jobTitle: personal(name.optional()),
  /** The company that the person works at, where it is a record; `company` is what is written of it. */
  companyId: idOf('company').optional(),
  lifecycle: Lifecycle.default('lead'),
  /** How ready to buy, 0 to 100. */
  score: personal(z.int().min(0).max(100).optional()),
  addresses: personal(z.array(Address).max(10).default([])),
  socialProfiles: personal(z.array(SocialProfile).max(10).default([])),
  birthday: personal(Birthday.optional()),
  /** BCP 47. */
  language: personal(Language.optional()),
  timeZone: personal(z.string().max(64).optional()),
  ...cameFields,
  ...commonFields,
};
export const Contact = z.object({
  ...governedBase('contact'),
  ...mergeableBase('contact'),
  ...fields,
  ...keptFields,
  phones: personal(z.array(Phone).max(10).default([])),
  consents: personal(Consents.default({})),
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
  (contact) => [
    ...contact.emails.map(({ key }) => ({ name: 'email', value: key, pointer: '/emails' })),
    ...commonUnique('contact', contact),
    ...keysOfMerged(contact),
  ],
);

export const NewContact = z.strictObject({
  ...fields,
  phones: z.array(WrittenPhone).max(10).default([]),
  emails: z.array(GivenEmail).max(10).default([]),
  timeZone: TimeZone.optional(),
  consents: GivenConsents.default({}),
});
export type NewContact = z.infer<typeof NewContact>;

/** RFC 7396: absent keeps, null clears, arrays replace. */
export const ContactPatch = z.strictObject({
  firstName: fields.firstName.nullable(),
  lastName: fields.lastName.nullable(),
  company: fields.company.nullable(),
  jobTitle: fields.jobTitle.nullable(),
  companyId: fields.companyId.nullable(),
  phones: clearable(z.array(WrittenPhone).max(10)),
  emails: clearable(z.array(GivenEmail).max(10)),
  lifecycle: Lifecycle.optional(),
  score: fields.score.nullable(),
  addresses: clearable(z.array(Address).max(10)),
  socialProfiles: clearable(z.array(SocialProfile).max(10)),
  birthday: fields.birthday.nullable(),
  language: fields.language.nullable(),
  timeZone: TimeZone.nullish(),
  leadSource: fields.leadSource.nullable(),
  campaign: fields.campaign.nullable(),
  consents: ConsentsPatch.optional().describe('By purpose; null takes out what is known of one.'),
  ...commonPatch,
});
export type ContactPatch = z.infer<typeof ContactPatch>;

/** What the API shows of a contact. */
export const ContactBody = Contact.omit({
  workspaceId: true,
  customKeys: true,
  mergedInto: true,
  mergedKeys: true,
  mergedFields: true,
})
  .extend({ emails: z.array(StoredEmail.omit({ key: true })) })
  .partial(maskOf('contact'));

/** Addresses with the key that makes them unique; the same mailbox twice is kept once. One that the contact `had` bounces as it did. */
function withKeys(
  emails: z.infer<typeof GivenEmail>[],
  folding: EmailFolding,
  had: Contact['emails'] = [],
): Contact['emails'] {
  const all = emails.map(({ bouncedAt: _, ...email }) => ({
    ...email,
    key: foldEmail(email.address, folding),
  }));
  const each = [...new Map(all.toReversed().map((email) => [email.key, email])).values()].reverse();
  return bouncingAs<Contact['emails'][number]>(each, had);
}

/** What holds for the whole, after a patch as well; throws `validation_failed`. */
function sound(contact: Contact): Contact {
  if (Buffer.byteLength(JSON.stringify(contact.custom)) > mostCustomBytes) {
    throw invalidField('/custom', 'too_big', `Custom fields hold ${mostCustomBytes} bytes at most in all.`);
  }
  return { ...contact, tags: distinctFolded(contact.tags) };
}

/** What a contact is where nothing is said. */
const nothingSaid = {
  phones: [],
  emails: [],
  addresses: [],
  socialProfiles: [],
  consents: {},
  lifecycle: 'lead',
  tags: [],
  custom: {},
} satisfies NewContact;

/** Phones are E.164 already (`normalPhones`). The e-mail's uniqueness is the table's to hold. */
export function createContact(
  said: Partial<NewContact>,
  folding: EmailFolding,
  by: Context,
  more: { source?: Source; id?: string } = {},
): Kept<Contact> {
  const { actor, now } = by;
  const { id = idForNew('contact', by), source = by.source ?? { kind: 'api' } } = more;
  const given: NewContact = { ...nothingSaid, ...said };
  const after: Contact = {
    ...given,
    emails: withKeys(given.emails, folding),
    consents: consentsAfter({}, given.consents, now),
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
  const { emails, consents, ...rest } = patch;
  const merged = mergePatch(contact, {
    ...rest,
    ...(emails && { emails: withKeys(emails, folding, contact.emails) }),
  });
  const said = consents ? { consents: consentsAfter(contact.consents, consents, now) } : {};
  return { of: contactRecord, before: contact, after: nextVersion(sound(merged), said, now), events: [] };
}

/** A name to show: never empty. */
export const displayName = ({ firstName, lastName, emails, phones, id }: Contact) =>
  [firstName, lastName].filter(Boolean).join(' ') || emails[0]?.address || phones[0]?.number || id;

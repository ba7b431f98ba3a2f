import * as z from 'zod';
import { type Context, idForNew } from '../core/actor.ts';
import { Currency } from '../core/codes.ts';
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
import { Address } from '../records/address.ts';
import { commonFields, commonPatch, commonUnique, keptFields } from '../records/common-fields.ts';
import { Phone, WrittenPhone } from '../records/phone-field.ts';

/** A host name with a dot, in lower case (RFC 1123; other scripts as they are read). */
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[^\s@/:?#.]{1,63}(?:\.[^\s@/:?#.]{1,63})+$/, 'A domain without `https://`, like engines.example.');
const name = z.string().trim().min(1).max(200);

const fields = {
  name,
  /** A mail or a form from one of them is of this company's people; no two companies have one. */
  domains: z.array(Domain).max(20).default([]),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  industry: z.string().trim().min(1).max(100).optional(),
  /** How many people work there. */
  employees: z.int().nonnegative().max(10_000_000).optional(),
  annualRevenueCents: z.int().nonnegative().optional(),
  /** ISO 4217, of the revenue. */
  currency: Currency.optional(),
  addresses: z.array(Address).max(10).default([]),
  description: z.string().trim().max(5000).optional(),
  /** The company that it belongs to. */
  parentId: idOf('company').optional(),
};

export const Company = z.object({
  ...governedBase('company'),
  ...mergeableBase('company'),
  ...fields,
  ...commonFields,
  ...keptFields,
  phones: personal(z.array(Phone).max(10).default([])),
});
export type Company = z.infer<typeof Company>;
export const companyRecord = defineOwned(
  'company',
  Company,
  ({ ownerId }) => ownerId,
  (company) => [
    ...company.domains.map((value) => ({ name: 'domain', value, pointer: '/domains' })),
    ...commonUnique('company', company),
    ...keysOfMerged(company),
  ],
);
export const CompanyBody = Company.omit({
  workspaceId: true,
  customKeys: true,
  mergedInto: true,
  mergedKeys: true,
  mergedFields: true,
}).partial(maskOf('company'));

export const NewCompany = z.strictObject({
  ...fields,
  ...commonFields,
  phones: z.array(WrittenPhone).max(10).default([]),
});
export type NewCompany = z.infer<typeof NewCompany>;
export const CompanyPatch = z.strictObject({
  name: name.optional(),
  domains: clearable(fields.domains.unwrap()),
  website: fields.website.nullable(),
  industry: fields.industry.nullable(),
  employees: fields.employees.nullable(),
  annualRevenueCents: fields.annualRevenueCents.nullable(),
  currency: fields.currency.nullable(),
  addresses: clearable(fields.addresses.unwrap()),
  description: fields.description.nullable(),
  parentId: fields.parentId.nullable(),
  phones: clearable(z.array(WrittenPhone).max(10)),
  ...commonPatch,
});
export type CompanyPatch = z.infer<typeof CompanyPatch>;

const sound = (company: Company): Company => ({
  ...company,
  domains: [...new Set(company.domains)],
  tags: distinctFolded(company.tags),
});

/** Phones are E.164 already (`normalPhones`). */
export function createCompany(given: NewCompany, by: Context): Kept<Company> {
  const { actor, now } = by;
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after = sound({ ...given, ...base, id: idForNew('company', by) });
  return { of: companyRecord, before: undefined, after, events: [] };
}

export function patchCompany(company: Company, patch: CompanyPatch, { now }: Context): Kept<Company> {
  const after = nextVersion(sound(mergePatch(company, patch)), {}, now);
  return { of: companyRecord, before: company, after, events: [] };
}

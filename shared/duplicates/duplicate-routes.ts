import * as z from 'zod';
import { CompanyBody, NewCompany } from '../companies/company.ts';
import { ContactBody, NewContact } from '../contacts/contact.ts';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { type Veil, veiled } from '../core/veil.ts';
import { LinkBody } from '../links/link.ts';
import { type MatchKind, matchKinds } from './compared.ts';
import { DuplicateRunBody, NewDuplicateRun } from './duplicate-run.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const contactId = 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const otherId = 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BD';
const companyId = 'cm_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const otherCompanyId = 'cm_01KAPRM3V5Z8Y7Q2W4X6T9N1BD';
const dedupeId = 'du_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';

const Likeness = z.object({
  probability: z.number().describe('That the two are one, from 0.25 to 1.'),
  isSure: z
    .boolean()
    .describe('From 0.99 on: what is merged without a question where the workspace’s `mergeSure` says so.'),
  reasons: z
    .array(
      z.object({
        field: z.string().describe('`name` where first and last name stand in each other’s place.'),
        agreement: z.enum(['same', 'close', 'different']),
        weight: z.number().describe('Bits for the two being one, or against it.'),
      }),
    )
    .describe('What each field says that both have.'),
});
const PairOfAny = z.discriminatedUnion('kind', [
  Likeness.extend({ kind: z.literal('contact'), records: z.array(ContactBody).length(2) }),
  Likeness.extend({ kind: z.literal('company'), records: z.array(CompanyBody).length(2) }),
]);
const DuplicateOfAny = z.discriminatedUnion('kind', [
  Likeness.extend({ kind: z.literal('contact'), record: ContactBody }),
  Likeness.extend({ kind: z.literal('company'), record: CompanyBody }),
]);

type Owned = { ownerId?: string };
type AnyItem = { kind: MatchKind; records?: Owned[]; record?: Owned };
const veilDuplicates: Veil = (who, page: { items: AnyItem[] }) => ({
  ...page,
  items: page.items.map(({ records, record, ...item }) => ({
    ...item,
    ...(records && { records: records.map((one) => veiled(who, item.kind, one)) }),
    ...(record && { record: veiled(who, item.kind, record) }),
  })),
});

const compared =
  'Compared is what one may see of the records: where a field is hidden from one, probability and reasons are what the others say.';

export const listDuplicatesRoute = defineRoute({
  operationId: 'listDuplicates',
  method: 'GET',
  path: '/v1/duplicates',
  tag: 'Duplicates',
  summary: 'Pairs of contacts, or of companies, that may be one, the most probable first',
  description:
    'Pairs of which one may read both records. They are found within seconds of a record being written. A page may hold fewer than were asked for, and goes on as long as there is a `cursor`. As the order tells of every field that is compared, it is refused to whom one of them is hidden (403 `field_forbidden`): they ask for the duplicates of a record.',
  access: 'signed_in',
  hidesCost: true,
  ...nothing,
  query: PageQuery.extend({ kind: z.enum(matchKinds).default('contact') }),
  status: 200,
  veil: veilDuplicates,
  response: pageOf(PairOfAny),
  errors: ['permission_missing', 'cursor_invalid', 'field_forbidden'],
  example: { query: { kind: 'contact' } },
});

const found = z.object({ items: z.array(DuplicateOfAny) });
const ofRecord = {
  method: 'GET',
  summary: 'The records that this one may be, the most probable first',
  description: `At most 100, of those that one may read. ${compared}`,
  tag: 'Duplicates',
  hidesCost: true,
  ...nothing,
  status: 200,
  veil: veilDuplicates,
  response: found,
} as const;
export const listContactDuplicatesRoute = defineRoute({
  ...ofRecord,
  operationId: 'listContactDuplicates',
  path: '/v1/contacts/{contactId}/duplicates',
  access: 'contacts:read',
  params: z.object({ contactId: idOf('contact') }),
  errors: ['contact_not_found'],
  example: { params: { contactId } },
});
export const listCompanyDuplicatesRoute = defineRoute({
  ...ofRecord,
  operationId: 'listCompanyDuplicates',
  path: '/v1/companies/{companyId}/duplicates',
  access: 'companies:read',
  params: z.object({ companyId: idOf('company') }),
  errors: ['company_not_found'],
  example: { params: { companyId } },
});

const Draft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contact'), record: NewContact }),
  z.strictObject({ kind: z.literal('company'), record: NewCompany }),
]);
export const checkDuplicatesRoute = defineRoute({
  operationId: 'checkDuplicates',
  method: 'POST',
  path: '/v1/duplicates/check',
  tag: 'Duplicates',
  summary: 'Who or what is there already, before a contact or a company is made',
  description: `The fields as far as they are known, as a form has them while it is filled in (of a company, its name at least). Nothing is written; a phone that is no number yet is left out. At most 100 are answered, of those that one may read. ${compared}`,
  access: 'signed_in',
  hidesCost: true,
  ...nothing,
  body: Draft,
  status: 200,
  veil: veilDuplicates,
  response: found,
  errors: ['permission_missing'],
  example: {
    body: {
      kind: 'contact',
      record: { firstName: 'Ada', lastName: 'Lovelace', emails: [{ address: 'ada@engines.example' }] },
    },
  },
});

const distinctSaid =
  'It is a link `not_duplicate` between the two, of which `GET /v1/links` tells: who sees both records sees it, and who may edit either may say it and take it back. The pair stands in no list from then on, whatever becomes of the two, until one is purged or erased.';
const keeping = {
  method: 'PUT',
  tag: 'Duplicates',
  summary: 'Say that two records are not one',
  description: `${distinctSaid} May be said of records that were never found to be alike, and repeated.`,
  ...nothing,
  status: 200,
  response: LinkBody,
} as const;
const forgetting = {
  method: 'DELETE',
  tag: 'Duplicates',
  summary: 'Take back that two records are not one',
  description:
    'Where they are still alike, the pair stands in the lists again within seconds. May be repeated.',
  ...nothing,
  status: 204,
  response: z.undefined(),
} as const;
const ofContacts = {
  path: '/v1/contacts/{contactId}/not-duplicates/{otherId}',
  access: 'contacts:edit',
  params: z.object({ contactId: idOf('contact'), otherId: idOf('contact') }),
  errors: ['contact_not_found', 'record_out_of_reach', 'contact_erased', 'too_many_links'],
  example: { params: { contactId, otherId } },
} as const;
const ofCompanies = {
  path: '/v1/companies/{companyId}/not-duplicates/{otherId}',
  access: 'companies:edit',
  params: z.object({ companyId: idOf('company'), otherId: idOf('company') }),
  errors: ['company_not_found', 'record_out_of_reach', 'too_many_links'],
  example: { params: { companyId, otherId: otherCompanyId } },
} as const;
export const keepContactsApartRoute = defineRoute({
  ...keeping,
  ...ofContacts,
  operationId: 'keepContactsApart',
});
export const unkeepContactsApartRoute = defineRoute({
  ...forgetting,
  ...ofContacts,
  operationId: 'unkeepContactsApart',
  errors: ['contact_not_found', 'record_out_of_reach', 'contact_erased'],
});
export const keepCompaniesApartRoute = defineRoute({
  ...keeping,
  ...ofCompanies,
  operationId: 'keepCompaniesApart',
});
export const unkeepCompaniesApartRoute = defineRoute({
  ...forgetting,
  ...ofCompanies,
  operationId: 'unkeepCompaniesApart',
  errors: ['company_not_found', 'record_out_of_reach'],
});

export const runDuplicatesRoute = defineRoute({
  operationId: 'runDuplicates',
  method: 'POST',
  path: '/v1/duplicates/run',
  tag: 'Duplicates',
  summary: 'Look for the duplicates of every contact, or of every company',
  description:
    'In the background; `GET /v1/duplicates/runs/{dedupeId}` says how far it is. Not needed for what is written: its duplicates are found by themselves. It finds anew what other thresholds or fields that tell who is meant would find, and takes away what is none any more. One run of a kind at a time. Send an Idempotency-Key to retry safely.',
  access: 'workspaces:write',
  ...nothing,
  body: NewDuplicateRun,
  status: 202,
  response: DuplicateRunBody,
  errors: ['dedupe_unfinished'],
  example: { body: { kind: 'contact' } },
});
export const listDuplicateRunsRoute = defineRoute({
  operationId: 'listDuplicateRuns',
  method: 'GET',
  path: '/v1/duplicates/runs',
  tag: 'Duplicates',
  summary: 'Runs over all contacts or companies, newest first',
  access: 'workspaces:write',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(DuplicateRunBody),
  errors: ['cursor_invalid'],
  example: { query: {} },
});
export const getDuplicateRunRoute = defineRoute({
  operationId: 'getDuplicateRun',
  method: 'GET',
  path: '/v1/duplicates/runs/{dedupeId}',
  tag: 'Duplicates',
  summary: 'A run and how far it is',
  access: 'workspaces:write',
  ...nothing,
  params: z.object({ dedupeId: idOf('dedupe') }),
  status: 200,
  response: DuplicateRunBody,
  errors: ['dedupe_not_found'],
  example: { params: { dedupeId } },
});

export const duplicateRoutes = [
  listDuplicatesRoute,
  checkDuplicatesRoute,
  runDuplicatesRoute,
  listDuplicateRunsRoute,
  getDuplicateRunRoute,
  listContactDuplicatesRoute,
  listCompanyDuplicatesRoute,
  keepContactsApartRoute,
  unkeepContactsApartRoute,
  keepCompaniesApartRoute,
  unkeepCompaniesApartRoute,
];

import type * as z from 'zod';
import type { CompanyBody } from '../../companies/company.ts';
import type { ContactBody } from '../../contacts/contact.ts';
import { amount, type Column, column, joined, numeral } from './column.ts';
import { commonColumns, idColumn } from './common-columns.ts';
import { addressColumns, phoneColumns } from './reach-columns.ts';

type Contact = z.output<typeof ContactBody>;
type Company = z.output<typeof CompanyBody>;

const addressesOf = ({ emails = [] }: Contact) => emails.map(({ address }) => address);
/** The first two addresses, and in the third column whatever there is besides. */
const emailColumns: readonly Column<Contact>[] = [0, 1, 2].map((n) =>
  column('emails', n === 0 ? 'Email' : `Email ${n + 1}`, (contact) =>
    joined(addressesOf(contact).slice(n, n === 2 ? undefined : n + 1)),
  ),
);
const profile = ({ socialProfiles = [] }: Contact, network: string) =>
  socialProfiles.find((one) => one.network === network)?.url;
const otherProfiles = ({ socialProfiles = [] }: Contact) =>
  socialProfiles.filter(({ network }) => !['website', 'linkedin'].includes(network)).map(({ url }) => url);

export const contactColumns: readonly Column<Contact>[] = [
  idColumn,
  column('firstName', 'First name', ({ firstName }) => firstName),
  column('lastName', 'Last name', ({ lastName }) => lastName),
  column('company', 'Company', ({ company, companyId }, around) => company ?? around.company(companyId)),
  column('companyId', 'Company', ({ company, companyId }, around) => around.company(companyId) ?? company),
  column('jobTitle', 'Job title', ({ jobTitle }) => jobTitle),
  ...emailColumns,
  ...phoneColumns(true),
  ...addressColumns,
  column('socialProfiles', 'Website', (contact) => profile(contact, 'website')),
  column('socialProfiles', 'LinkedIn', (contact) => profile(contact, 'linkedin')),
  column('socialProfiles', 'Other profiles', (contact) => joined(otherProfiles(contact))),
  column('birthday', 'Birthday', ({ birthday }) => birthday),
  column('lifecycle', 'Lifecycle', ({ lifecycle }) => lifecycle),
  column('score', 'Score', ({ score }) => score),
  column('language', 'Language', ({ language }) => language),
  column('timeZone', 'Time zone', ({ timeZone }) => timeZone),
  column('leadSource', 'Lead source', ({ leadSource }) => leadSource),
  column('campaign', 'Campaign', ({ campaign }) => campaign),
  column('source', 'Came in by', ({ source }) => source?.kind),
  ...commonColumns,
];

export const companyColumns: readonly Column<Company>[] = [
  idColumn,
  column('name', 'Name', ({ name }) => name),
  column('domains', 'Domain', ({ domains }) => joined(domains)),
  column('website', 'Website', ({ website }) => website),
  ...phoneColumns(false),
  column('industry', 'Industry', ({ industry }) => industry),
  column('employees', 'Employees', ({ employees }) => numeral(employees)),
  column('annualRevenueCents', 'Annual revenue', ({ annualRevenueCents }) => amount(annualRevenueCents)),
  column('currency', 'Currency', ({ currency }) => currency),
  column('description', 'Description', ({ description }) => description),
  column('parentId', 'Parent company', ({ parentId }, { company }) => company(parentId)),
  ...addressColumns,
  ...commonColumns,
];

import { emailsOf } from './contact-reach.ts';
import { lineOf, present, type Row } from './row.ts';

/** By what the record's contact, company and owner are looked up. */
export async function customerOf(row: Row): Promise<Record<string, unknown>> {
  const [email] = await emailsOf(row, ['contactEmail']);
  return present<unknown>({
    contactEmail: email?.address,
    contactName: lineOf(row, 'contactName'),
    contactExternalId: lineOf(row, 'contactExternalId'),
    company: lineOf(row, 'company'),
    companyExternalId: lineOf(row, 'companyExternalId'),
    ownerEmail: lineOf(row, 'ownerEmail'),
  });
}

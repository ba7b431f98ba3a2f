import type { CheckedRow } from '../../../../shared/imports/checked-row.ts';
import type { Found, Namer } from './namer.ts';

type Fault = CheckedRow['faults'][number];
/** A row whose names are looked up, field by field. */
export type Naming = {
  namer: Namer;
  values: Record<string, unknown>;
  besides: Record<string, unknown>;
  faults: Fault[];
};

export const said = ({ besides }: Naming, field: string): string | undefined =>
  besides[field] === undefined ? undefined : String(besides[field]);

const detailOf = {
  unknown: (what: string, written: string) => `There is no ${what} ${written} that you may see.`,
  ambiguous: (what: string, written: string) =>
    `There are several ${what}s ${written}: which is meant, nobody can say.`,
};
/** The id of what a field names; where there is none, or several, that is a fault and the field is left out. */
export function idIn(
  { faults }: Naming,
  found: Found,
  { field, what, written }: { field: string; what: string; written: string },
): string | undefined {
  if ('id' in found) return found.id;
  faults.push({ field, code: `${what}_${found.code}`, detail: detailOf[found.code](what, written) });
  return undefined;
}

export async function ownerNamed(naming: Naming): Promise<void> {
  const written = said(naming, 'ownerEmail');
  if (!written) return;
  const found = await naming.namer.user(written);
  const ownerId = idIn(naming, found, { field: 'ownerEmail', what: 'user', written });
  if (ownerId) naming.values.ownerId = ownerId;
}

async function contactFound(naming: Naming): Promise<[Found, field: string, written: string] | undefined> {
  const { namer } = naming;
  const [externalId, email, name] = ['contactExternalId', 'contactEmail', 'contactName'].map((field) =>
    said(naming, field),
  );
  if (externalId)
    return [await namer.byKey('contact', 'externalId', externalId), 'contactExternalId', externalId];
  if (email) return [await namer.byKey('contact', 'email', email), 'contactEmail', email];
  if (name) return [await namer.contact(name), 'contactName', name];
  return undefined;
}
async function companyFound(naming: Naming): Promise<[Found, field: string, written: string] | undefined> {
  const { namer } = naming;
  const [externalId, name] = [said(naming, 'companyExternalId'), said(naming, 'company')];
  if (externalId)
    return [await namer.byKey('company', 'externalId', externalId), 'companyExternalId', externalId];
  if (name) return [await namer.byName('company', name), 'company', name];
  return undefined;
}
/** Whom a deal, an order or an activity is with. */
export async function contactNamed(naming: Naming): Promise<void> {
  const [found, field, written = ''] = (await contactFound(naming)) ?? [];
  const contactId = found && idIn(naming, found, { field: field ?? '', what: 'contact', written });
  if (contactId) naming.values.contactId = contactId;
}
export async function companyNamed(naming: Naming): Promise<void> {
  const [found, field, written = ''] = (await companyFound(naming)) ?? [];
  const companyId = found && idIn(naming, found, { field: field ?? '', what: 'company', written });
  if (companyId) naming.values.companyId = companyId;
}
/** A contact keeps what is written of its employer, and is held to the company of that name where there is just one. */
export async function employerNamed({ namer, values }: Naming): Promise<void> {
  if (typeof values.company !== 'string') return;
  const found = await namer.byName('company', values.company);
  if ('id' in found) values.companyId = found.id;
}

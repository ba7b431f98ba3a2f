import { type Column, column, instantIn, joined } from './column.ts';

type Base = { id: string; createdAt: string; updatedAt: string };
type Common = Base & {
  ownerId?: string | undefined;
  tags?: readonly string[] | undefined;
  externalId?: string | undefined;
};

/** An import knows no record by it: it says to a person, and to a program, which one a row is. */
export const idColumn: Column<Base> = column('id', 'Rapport ID', ({ id }) => id);
export const momentColumns: readonly Column<Base>[] = [
  column('createdAt', 'Created at', ({ createdAt }, { timeZone }) => instantIn(createdAt, timeZone)),
  column('updatedAt', 'Updated at', ({ updatedAt }, { timeZone }) => instantIn(updatedAt, timeZone)),
];
export const taggedColumns: readonly Column<Common>[] = [
  column('tags', 'Tags', ({ tags }) => joined(tags)),
  column('externalId', 'External ID', ({ externalId }) => externalId),
];
/** What records of nearly every kind have at their end. */
export const commonColumns: readonly Column<Common>[] = [
  column('ownerId', 'Owner email', ({ ownerId }, { emailOfUser }) => emailOfUser(ownerId)),
  ...taggedColumns,
  ...momentColumns,
];

type OfCustomer = { contactId?: string | undefined; companyId?: string | undefined };
/** Whom a record is of, by what an import finds them again. */
export const customerColumns: readonly Column<OfCustomer>[] = [
  column('contactId', 'Contact name', ({ contactId }, { contact }) => contact(contactId)?.name),
  column('contactId', 'Contact email', ({ contactId }, { contact }) => contact(contactId)?.email),
  column('companyId', 'Company', ({ companyId }, { company }) => company(companyId)),
];

import { foldEmail } from '../contacts/email-address.ts';
import type { UniqueValue } from '../core/record.ts';
import { commonUnique } from '../records/common-fields.ts';
import type { EmailFolding } from '../workspaces/workspace.ts';
import type { ImportKind } from './mapping/import-fields.ts';

type Values = Record<string, unknown>;
type Key = Pick<UniqueValue, 'name' | 'value'>;
/** `by`: the key's name where a record is found by it (`PUT`). */
export type Identity = Key & { by: string };
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const one = (name: string, value: unknown): Key[] => (typeof value === 'string' ? [{ name, value }] : []);

const addresses = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(({ address }: { address: string }) => address) : [];

/** By the database's own rule of what no two records of a kind may have, so that an import knows no other. */
const ofKind: Partial<Record<ImportKind, (values: Values, folding: EmailFolding) => Key[]>> = {
  contact: ({ emails }, folding) =>
    addresses(emails).map((address) => ({ name: 'email', value: foldEmail(address, folding) })),
  company: ({ domains }) => texts(domains).flatMap((domain) => one('domain', domain)),
  product: ({ sku }) => one('sku', sku),
  order: ({ number }) => one('order_number', number),
};

/** The fields that identities are of, as pointers into a record. */
export const identityPointers = ['/emails', '/domains', '/sku', '/number', '/externalId'];

/** The unique values of a row: where a record of the workspace has one of them, the row is that record. */
export const identitiesOf = (kind: ImportKind, values: Values, folding: EmailFolding): Identity[] => [
  ...(ofKind[kind]?.(values, folding) ?? []).map((key) => ({ ...key, by: key.name.replace('order_', '') })),
  ...commonUnique(kind, { externalId: values.externalId as string | undefined }).map((key) => ({
    ...key,
    by: 'externalId',
  })),
];

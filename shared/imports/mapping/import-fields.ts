import * as z from 'zod';
import { fieldsOfKind } from './fields/fields-of-kind.ts';

export const ImportKind = z.enum(['contact', 'company', 'deal', 'product', 'order', 'activity']);
export type ImportKind = z.infer<typeof ImportKind>;

/** `type` says what a column of it holds: `text`, `email`, `phone`, `day`, `instant`, `money`, `number`, `country` and others. */
export type ImportField = { name: string; type: string };

/**
 * The fields that a column of a file can become, by the API's names. A record's lists are dotted by place (`phone.work`,
 * `address.city`) or numbered (`email2`, `address2.city`). `custom.<key>` is besides: it is the workspace's own.
 *
 * A contact has no core field for `middleName`, `prefix`, `suffix`, `nickname`, `department` and `status`: these become
 * custom fields of the same key (`custom.department`; see `proposedFields`). `note` becomes an activity of kind `note`;
 * `ownerEmail`, `createdAt` and what names another record (`contactEmail`, `company` of a deal) are for the import to look
 * up. `website` and `linkedin` become social profiles.
 */
export const importFields = (kind: ImportKind): readonly ImportField[] =>
  Object.entries(fieldsOfKind[kind]).map(([name, type]) => ({ name, type }));

/** The custom fields that fields without a place in the API become, by the field's name. */
const proposals: Partial<Record<ImportKind, Record<string, string>>> = {
  contact: {
    prefix: 'Prefix',
    middleName: 'Middle name',
    suffix: 'Suffix',
    nickname: 'Nickname',
    department: 'Department',
    status: 'Status',
  },
};
/** What to propose to the workspace where it has no custom field of that key yet; all are texts. */
export const proposedFields = (kind: ImportKind): readonly { key: string; label: string }[] =>
  Object.entries(proposals[kind] ?? {}).map(([key, label]) => ({ key, label }));

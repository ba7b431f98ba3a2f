import type * as z from 'zod';
import { NewCompany } from '../../../shared/companies/company.ts';
import { NewContact } from '../../../shared/contacts/contact.ts';
import { NewDeal } from '../../../shared/deals/deal.ts';
import type { CheckedRow } from '../../../shared/imports/checked-row.ts';
import type { CleanContext } from '../../../shared/imports/cleaning/clean-context.ts';
import { cleanRow } from '../../../shared/imports/cleaning/clean-row.ts';
import { dayOrderOf } from '../../../shared/imports/cleaning/day-order.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { type ImportRow, readPart } from '../../../shared/imports/import-object-store.ts';
import { type ImportKind, importFields } from '../../../shared/imports/mapping/import-fields.ts';
import { NewProduct } from '../../../shared/products/product.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { ownFields } from '../running/own-fields.ts';

/** What a record of a kind is made of. Orders and activities name other records, which only their making looks up. */
const bodies: Partial<Record<ImportKind, z.ZodType>> = {
  contact: NewContact,
  company: NewCompany,
  deal: NewDeal,
  product: NewProduct,
};

/** In which order the file writes its dates, as its first rows tell. */
async function dayOrderIn(one: Import): Promise<CleanContext['dayOrder']> {
  const types = new Map(importFields(one.kind).map(({ name, type }) => [name, type]));
  const columns = (one.mapping ?? [])
    .filter(({ field }) => ['day', 'instant'].includes(types.get(field) ?? ''))
    .map(({ column }) => column);
  const first = columns.length > 0 ? await readPart(one, 0) : [];
  return dayOrderOf(first.flatMap(({ cells }) => columns.map((column) => cells[column] ?? '')));
}

type Draft = { isValid: boolean; row: Omit<CheckedRow, 'outcome'> };
export type Drafts = (row: ImportRow) => Promise<Draft>;

/** The faults of a body, each at the field where it stands. */
function faultsOf(kind: ImportKind, values: object): CheckedRow['faults'] {
  const { error } = bodies[kind]?.safeParse(values) ?? {};
  return (error?.issues ?? []).map(({ path, message }) => ({
    field: path.join('.'),
    code: 'invalid',
    detail: message,
  }));
}

/** How a row of an import becomes the body of a record, by its mapping and the workspace's country and fields. */
export async function draftsOf(one: Import): Promise<Drafts> {
  const { kind, mapping = [], workspaceId } = one;
  const { country } = await workspaceOf(workspaceId);
  const customTypes = Object.fromEntries((await ownFields(one)).map(({ key, type }) => [key, type]));
  const context = { country, dayOrder: await dayOrderIn(one), customTypes };
  return async ({ number, cells, fault }) => {
    const { values, changes, faults, suggestions } = await cleanRow(kind, cells, mapping, context);
    const broken = [
      ...(fault ? [{ field: '', ...fault }] : []),
      ...(Object.keys(values).length === 0
        ? [{ field: '', code: 'row_empty', detail: 'Nothing of the row is in a field.' }]
        : faultsOf(kind, values)),
    ];
    const row = { number, values, changes, faults: [...broken, ...faults], suggestions };
    return { isValid: broken.length === 0, row };
  };
}

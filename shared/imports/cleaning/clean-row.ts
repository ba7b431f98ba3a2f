import type { ImportKind } from '../mapping/import-fields.ts';
import { cleanActivity } from './clean-activity.ts';
import { cleanCompany } from './clean-company.ts';
import { cleanContact } from './clean-contact.ts';
import type { CleanContext } from './clean-context.ts';
import { cleanDeal } from './clean-deal.ts';
import { cleanOrder } from './clean-order.ts';
import { cleanProduct } from './clean-product.ts';
import type { Cleaned } from './cleaned.ts';
import type { Notes } from './notes.ts';
import { type Row, rowOf } from './row.ts';

export type CleanedRow = Cleaned & Notes;

const cleaners: Record<ImportKind, (row: Row) => Promise<Cleaned>> = {
  contact: cleanContact,
  company: cleanCompany,
  deal: cleanDeal,
  product: cleanProduct,
  order: cleanOrder,
  activity: cleanActivity,
};

/**
 * A row of a file as the create body of its kind (`values`), with what belongs to it and is no part of the body beside
 * (`besides`: a note, the owner's address, what names the contact, the company or the stage). Never throws for what a cell
 * holds: what cannot be read is left out and stands in `faults`; what was only written otherwise is in `changes`, and what was
 * probably meant is asked in `suggestions` and left as it is.
 */
export async function cleanRow(
  kind: ImportKind,
  cells: readonly string[],
  mapping: readonly { column: number; field: string }[],
  context: CleanContext = {},
): Promise<CleanedRow> {
  const row = rowOf(cells, mapping, context);
  return { ...(await cleaners[kind](row)), ...row.notes };
}

import type { Page, PageRequest } from '../../../shared/core/page.ts';
import { assertRead, type Import } from '../../../shared/imports/import.ts';
import { type ImportRow, partRows, readPart } from '../../../shared/imports/import-object-store.ts';
import { listImportRowsRoute } from '../../../shared/imports/import-routes.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { cursorOf, keyOf } from '../../../shared/platform/cursor.ts';

/** Row numbers run through the parts: one or two of them hold any hundred rows. */
async function rowsBehind(one: Import, before: number, limit: number): Promise<ImportRow[]> {
  const parts = new Set([before, before + limit - 1].map((index) => Math.floor(index / partRows)));
  const rows = await Promise.all([...parts].map((part) => readPart(one, part)));
  return rows.flat().filter(({ number }) => number > before && number <= before + limit);
}

/** A cursor is of one reading: what another read stands elsewhere. */
async function rowPage(one: Import, { limit, cursor }: PageRequest): Promise<Page<ImportRow>> {
  const { pk } = importStore.keyOf(one.workspaceId, one.id);
  const scope = `rows ${one.reading}`;
  const before = cursor ? Number((await keyOf(cursor, pk, scope)).sk) : 0;
  const items = await rowsBehind(one, before, limit);
  const last = before + limit;
  const isMore = last < (one.rows ?? 0);
  return { items, ...(isMore && { cursor: await cursorOf({ pk, sk: String(last) }, scope) }) };
}

export const listImportRowsOperation = operation(listImportRowsRoute, async ({ actor, params, query }) => {
  const one = await importStore.get(actor.workspaceId, params.importId);
  assertRead(one);
  return rowPage(one, query);
});

import type { Page, PageRequest } from '../../../shared/core/page.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { partRows } from '../../../shared/imports/import-object-store.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { cursorOf, keyOf } from '../../../shared/platform/cursor.ts';

type Rows<T> = { scope: string; count: number; partAt: (part: number) => Promise<T[]> };

/** A page of rows that lie in parts: one or two of these hold any hundred. A cursor is of one look at the file. */
export async function rowPage<T>(
  { workspaceId, id }: Import,
  { limit, cursor }: PageRequest,
  { scope, count, partAt }: Rows<T>,
): Promise<Page<T>> {
  const { pk } = importStore.keyOf(workspaceId, id);
  const before = cursor ? Number((await keyOf(cursor, pk, scope)).sk) : 0;
  const first = Math.floor(before / partRows);
  const last = Math.floor((before + limit - 1) / partRows);
  const parts = await Promise.all([...new Set([first, last])].map(partAt));
  const at = before - first * partRows;
  const items = parts.flat().slice(at, at + limit);
  const behind = before + limit;
  return { items, ...(behind < count && { cursor: await cursorOf({ pk, sk: String(behind) }, scope) }) };
}

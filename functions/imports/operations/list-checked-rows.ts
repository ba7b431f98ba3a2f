import type { Actor } from '../../../shared/core/actor.ts';
import type { CheckedRow } from '../../../shared/imports/checked-row.ts';
import { assertChecked } from '../../../shared/imports/import.ts';
import { checkedPart } from '../../../shared/imports/import-object-store.ts';
import { listCheckedRowsRoute } from '../../../shared/imports/import-routes.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { identityPointers } from '../../../shared/imports/row-identity.ts';
import { operation } from '../../../shared/platform/api.ts';
import { mayKnow } from '../../../shared/platform/problem.ts';
import { rowPage } from './row-page.ts';

const named = ['contactId', 'companyId', 'parentId', 'dealIds'];
/** The records that a row names were looked up in the reach of who asked for the dry run: others are told of those that they may read. */
async function withKnown(actor: Actor, values: CheckedRow['values']): Promise<CheckedRow['values']> {
  const hidden = await Promise.all(
    named.map(async (name) => {
      const [id] = [values[name] ?? []].flat() as string[];
      return id === undefined || (await mayKnow(actor, id, [])) ? [] : [name];
    }),
  );
  const names = new Set(hidden.flat());
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}
/** Who has a row's key already is told as a conflict tells it: to those who may read the record and see the key there. */
async function veiled(actor: Actor, { existingId, values, ...row }: CheckedRow): Promise<CheckedRow> {
  const isKnown = existingId !== undefined && (await mayKnow(actor, existingId, identityPointers));
  return { ...row, values: await withKnown(actor, values), ...(isKnown && { existingId }) };
}

export const listCheckedRowsOperation = operation(
  listCheckedRowsRoute,
  async ({ actor, params, query: { outcome, ...page } }) => {
    const one = await importStore.get(actor.workspaceId, params.importId);
    assertChecked(one);
    const { items, ...rest } = await rowPage(one, page, {
      scope: `checked rows ${one.checking} ${outcome}`,
      count: one.check?.[outcome] ?? 0,
      partAt: (part) => checkedPart(one, outcome, part),
    });
    return { ...rest, items: await Promise.all(items.map((row) => veiled(actor, row))) };
  },
);

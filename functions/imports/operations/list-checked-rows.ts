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

/** Who has a row's key already is told as a conflict tells it: to those who may read the record and see the key there. */
async function veiled(actor: Actor, { existingId, ...row }: CheckedRow): Promise<CheckedRow> {
  const isKnown = existingId !== undefined && (await mayKnow(actor, existingId, identityPointers));
  return { ...row, ...(isKnown && { existingId }) };
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

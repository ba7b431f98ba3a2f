import { assertChecked } from '../../../shared/imports/import.ts';
import { checkedPart } from '../../../shared/imports/import-object-store.ts';
import { listCheckedRowsRoute } from '../../../shared/imports/import-routes.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { rowPage } from './row-page.ts';

export const listCheckedRowsOperation = operation(
  listCheckedRowsRoute,
  async ({ actor, params, query: { outcome, ...page } }) => {
    const one = await importStore.get(actor.workspaceId, params.importId);
    assertChecked(one);
    return rowPage(one, page, {
      scope: `checked rows ${one.checking} ${outcome}`,
      count: one.check?.[outcome] ?? 0,
      partAt: (part) => checkedPart(one, outcome, part),
    });
  },
);

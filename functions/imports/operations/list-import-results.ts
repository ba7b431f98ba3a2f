import type { Actor } from '../../../shared/core/actor.ts';
import { assertHasRun, type Import } from '../../../shared/imports/import.ts';
import { resultPart } from '../../../shared/imports/import-object-store.ts';
import { listImportResultsRoute } from '../../../shared/imports/import-routes.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { identityPointers } from '../../../shared/imports/row-identity.ts';
import { type AnyResult, type RowResult, RunResult, UndoResult } from '../../../shared/imports/row-result.ts';
import { operation } from '../../../shared/platform/api.ts';
import { mayKnow } from '../../../shared/platform/problem.ts';
import { rowPage } from './row-page.ts';

/** Which record a row is, is told as a conflict tells it: to those who may read the record and see the key there. */
async function veiled(actor: Actor, { recordId, ...row }: RowResult): Promise<RowResult> {
  const isKnown = recordId !== undefined && (await mayKnow(actor, recordId, identityPointers));
  return { ...row, ...(isKnown && { recordId }) };
}

function partsOf(one: Import, result: AnyResult) {
  const ran = RunResult.safeParse(result);
  if (ran.success)
    return {
      count: one.run?.[ran.data] ?? 0,
      partAt: (part: number) => resultPart(one, `results/${ran.data}`, part),
    };
  const undone = UndoResult.parse(result);
  return {
    count: one.undo?.[undone] ?? 0,
    partAt: (part: number) => resultPart(one, `undo/${undone}`, part),
  };
}

export const listImportResultsOperation = operation(
  listImportResultsRoute,
  async ({ actor, params, query: { result, ...page } }) => {
    const one = await importStore.get(actor.workspaceId, params.importId);
    assertHasRun(one);
    const scope = `results ${one.running} ${one.undoing} ${result}`;
    const { items, ...rest } = await rowPage(one, page, { scope, ...partsOf(one, result) });
    return { ...rest, items: await Promise.all(items.map((row) => veiled(actor, row))) };
  },
);

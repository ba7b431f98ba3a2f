import { answeringWith } from '../../../shared/core/actor.ts';
import {
  getDuplicateRunRoute,
  listDuplicateRunsRoute,
  runDuplicatesRoute,
} from '../../../shared/duplicates/duplicate-routes.ts';
import { type DuplicateRun, startRun } from '../../../shared/duplicates/duplicate-run.ts';
import { duplicateRunPage, duplicateRunStore } from '../../../shared/duplicates/duplicate-run-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const runOperations = [
  operation(runDuplicatesRoute, async ({ body, ...by }) => {
    const change = startRun(body, by);
    await duplicateRunStore.save(
      change,
      answeringWith(by, (stored: DuplicateRun) => stored),
    );
    return change.after;
  }),
  operation(listDuplicateRunsRoute, ({ actor, query }) => duplicateRunPage(actor.workspaceId, query)),
  operation(getDuplicateRunRoute, ({ actor, params }) =>
    duplicateRunStore.get(actor.workspaceId, params.dedupeId),
  ),
];

import { answeringWith } from '../../../shared/core/actor.ts';
import { assertMayImport, type Import } from '../../../shared/imports/import.ts';
import { uploadOf } from '../../../shared/imports/import-object-store.ts';
import { createImportRoute } from '../../../shared/imports/import-routes.ts';
import { startImport } from '../../../shared/imports/import-steps.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createImportOperation = operation(createImportRoute, async ({ body, ...by }) => {
  assertMayImport(by.actor, body.kind);
  const change = startImport(body, by);
  const upload = await uploadOf(change.after);
  const shown = (one: Import) => ({ ...one, upload });
  await importStore.save(change, answeringWith(by, shown));
  return shown(change.after);
});

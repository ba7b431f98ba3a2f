import { assertMayImport } from '../../../shared/imports/import.ts';
import { runImportRoute } from '../../../shared/imports/import-routes.ts';
import { runImport } from '../../../shared/imports/import-run.ts';
import { rememberMapping } from '../../../shared/imports/known-mapping-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { asked } from './asked.ts';

export const runImportOperation = operation(runImportRoute, ({ body, ...input }) =>
  asked(input, (one, by) => {
    assertMayImport(by.actor, one.kind, one.mode);
    return { change: runImport(one, body, by), also: rememberMapping(one) };
  }),
);

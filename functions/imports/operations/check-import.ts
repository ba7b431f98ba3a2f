import { assertMayImport } from '../../../shared/imports/import.ts';
import { checkImportRoute } from '../../../shared/imports/import-routes.ts';
import { checkImport } from '../../../shared/imports/import-steps.ts';
import { operation } from '../../../shared/platform/api.ts';
import { asked } from './asked.ts';

export const checkImportOperation = operation(checkImportRoute, ({ body, ...input }) =>
  asked(input, (one, by) => {
    assertMayImport(by.actor, one.kind, body.mode);
    return { change: checkImport(one, body, by) };
  }),
);

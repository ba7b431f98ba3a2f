import { assertMayUndo } from '../../../shared/imports/import.ts';
import { undoImportRoute } from '../../../shared/imports/import-routes.ts';
import { undoImport } from '../../../shared/imports/import-run.ts';
import { operation } from '../../../shared/platform/api.ts';
import { asked } from './asked.ts';

export const undoImportOperation = operation(undoImportRoute, (input) =>
  asked(input, (one, by) => {
    assertMayUndo(by.actor, one.kind);
    return { change: undoImport(one, by) };
  }),
);

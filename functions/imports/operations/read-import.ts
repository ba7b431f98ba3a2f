import { assertMayImport } from '../../../shared/imports/import.ts';
import { isSent } from '../../../shared/imports/import-object-store.ts';
import { readImportRoute } from '../../../shared/imports/import-routes.ts';
import { fileMissing, readImport } from '../../../shared/imports/import-steps.ts';
import { operation } from '../../../shared/platform/api.ts';
import { asked } from './asked.ts';

export const readImportOperation = operation(readImportRoute, ({ body, ...input }) =>
  asked(input, async (one, { actor, now }) => {
    assertMayImport(actor, one.kind);
    const change = readImport(one, body.format, now);
    if (!(await isSent(one))) throw fileMissing();
    return { change };
  }),
);

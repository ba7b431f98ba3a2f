import { type Door, trial } from './access-doors.ts';
import { one, whole } from './access-doors-settings.ts';
import { hasPermission, missing, type Person, unknown, type Verdict } from './access-oracle.ts';
import { freshSetting, type Where } from './access-settings.ts';

// Signed here, and never sent.
process.env.IMPORTS_BUCKET ??= 'imports-of-the-matrix';

/** Who brings contacts must be one who may make them. */
const mayBring = (person: Person): Verdict =>
  hasPermission(person, 'imports:write') && hasPermission(person, 'contacts:create') ? 'ok' : missing;

const mayUndo = (person: Person): Verdict =>
  hasPermission(person, 'imports:write') && hasPermission(person, 'contacts:delete') ? 'ok' : missing;

type Open = { status: number; code: string };
/** Work on one that is there, which this world has not brought so far. */
const working = (open: Open, body?: object, mayWork = mayBring): Door =>
  trial({
    at: ['own', 'elsewhere', 'never'],
    aim: async (whose) => ({
      params: { importId: await freshSetting('import', whose as Where) },
      ...(body && { body }),
    }),
    verdict: (person, whose) => {
      if (!hasPermission(person, 'imports:write')) return missing;
      return whose === 'own' ? mayWork(person) : unknown('import');
    },
    open,
  });

const undoing = working({ status: 409, code: 'import_not_run' }, undefined, mayUndo);

/** Doors to imports: what a file holds is seen by whoever may read imports. */
export const importDoors: Record<string, Door> = {
  listImports: whole('imports:read'),
  createImport: trial({
    at: ['own'],
    aim: () => ({ body: { kind: 'contact', name: 'contacts.csv', size: 100 } }),
    verdict: mayBring,
  }),
  getImport: one('imports:read', 'import'),
  readImport: working({ status: 409, code: 'import_file_missing' }, {}),
  checkImport: working({ status: 409, code: 'import_unmapped' }, {}),
  runImport: working({ status: 409, code: 'import_not_checked' }, {}),
  stopImport: one('imports:write', 'import', { open: { status: 409, code: 'import_not_running' } }),
  undoImport: undoing,
  listImportResults: one('imports:read', 'import', { open: { status: 409, code: 'import_not_run' } }),
  getImportErrors: one('imports:read', 'import', { open: { status: 409, code: 'import_not_run' } }),
  listCheckedRows: one('imports:read', 'import', {
    open: { status: 409, code: 'import_not_checked' },
  }),
  patchImport: one('imports:write', 'import', {
    fresh: {},
    body: () => ({ mapping: [{ column: 0, field: 'firstName' }] }),
  }),
  listImportRows: one('imports:read', 'import'),
  deleteImport: one('imports:write', 'import', { fresh: {} }),
};

import { type Door, trial } from './access-doors.ts';
import { one, whole } from './access-doors-settings.ts';

let n = 0;
/** Doors to the fields that a workspace gives its records. */
export const fieldDoors: Record<string, Door> = {
  /** What is hidden from whom in it: test/integration/fields/typed-document.test.ts. */
  getWorkspaceOpenApi: trial({ at: ['own'], aim: () => ({}), verdict: () => 'ok' }),
  listFields: whole('fields:read'),
  createField: whole('fields:write', () => ({ of: 'task', key: `made${n++}`, label: 'Made', type: 'text' })),
  getField: one('fields:read', 'field'),
  /** Not what the contract's example says: a field that is required would shut every other door to a new task. */
  patchField: one('fields:write', 'field', { fresh: {}, body: () => ({ label: 'Renamed' }) }),
  deleteField: one('fields:write', 'field', { fresh: { archived: true } }),
};

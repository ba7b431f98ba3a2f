import { newId } from '../../shared/core/ids.ts';
import { DataExport, dataExportRecord } from '../../shared/exports/data-export.ts';
import { monday } from '../fixtures/ids.ts';
import { type Door, trial } from './access-doors.ts';
import {
  hasPermission,
  may,
  missing,
  ownerClasses,
  type Person,
  type RecordClass,
  unaskable,
  unknown,
  type Verdict,
} from './access-oracle.ts';
import { ownerIds, put, workspaceOf } from './access-world.ts';

process.env.EXPORTS_BUCKET ??= 'exports-of-the-matrix';

/** One that somebody asked for without a key, and which is being written. */
async function asked(whose: RecordClass): Promise<string> {
  const id = newId('dataExport', monday);
  if (whose === 'never') return id;
  const base = { id, workspaceId: workspaceOf(whose), version: 1, createdAt: monday, updatedAt: monday };
  const one = DataExport.parse({
    ...{ ...base, kind: 'contact', format: 'csv', timeZone: 'UTC', status: 'running' },
    requestedBy: { kind: 'user', id: ownerIds[whose] ?? '' },
  });
  return put(dataExportRecord, one);
}

const isKey = ({ cap, scopes }: Person) => cap !== undefined || scopes !== undefined;
const mayExport = (person: Person): Verdict =>
  hasPermission(person, 'contacts:export') && hasPermission(person, 'contacts:read') ? 'ok' : missing;
const everyKind = ['contact', 'company', 'deal', 'task', 'promise', 'product', 'order', 'ticket'] as const;
const takesAll = (person: Person) =>
  ownerClasses.every(
    (whose) =>
      may(person, 'activity', 'export', whose) &&
      may(person, 'activity', 'read', whose) &&
      everyKind.every((kind) => may(person, kind, 'read', whose) && may(person, kind, 'export', whose)),
  );
const allSettings =
  'pipelines fields segments forms submissions templates mail users teams roles keys workspaces webhooks audit erasures imports rules'.split(
    ' ',
  );
/** Who may read every record whole and take it along, and read every setting. */
const mayTakeAll = (person: Person): Verdict =>
  hasPermission(person, 'workspaces:write') &&
  takesAll(person) &&
  everyKind.every((kind) => unaskable(person, kind).length === 0) &&
  allSettings.every((name) => hasPermission(person, `${name}:read`))
    ? 'ok'
    : missing;

/** One's own, asked for with the same credential. */
const onOwn = (verdict: (person: Person) => Verdict): Door =>
  trial({
    at: ['own', 'others', 'elsewhere', 'never'],
    aim: async (whose) => ({ params: { dataExportId: await asked(whose) } }),
    verdict: (person, whose) =>
      whose === 'own' && !isKey(person) ? verdict(person) : unknown('data_export'),
  });

/** Doors to exports: what is in a file is of those records that its asker may export (test/integration/exports). */
export const exportDoors: Record<string, Door> = {
  listDataExports: trial({ at: ['own'], aim: () => ({}), verdict: () => 'ok' }),
  createDataExport: trial({
    at: ['own'],
    aim: () => ({ body: { kind: 'contact', format: 'csv' } }),
    verdict: mayExport,
  }),
  createWorkspaceExport: trial({ at: ['own'], aim: () => ({ body: {} }), verdict: mayTakeAll }),
  getDataExport: onOwn(mayExport),
  deleteDataExport: onOwn(() => 'ok'),
};

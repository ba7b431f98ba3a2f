import { type Door, trial } from './access-doors.ts';
import { hasPermission, missing, outOfReach, type Person, unknown, type Verdict } from './access-oracle.ts';
import { freshSetting, settingId, type Where } from './access-settings.ts';

/** Views are people's: a key that is held to less than its user may has none. */
const hasViews = ({ cap, scopes }: Person) => cap === undefined && scopes === undefined;
const isAdministrator = (person: Person) => hasPermission(person, 'workspaces:write');
const wheres = ['own', 'elsewhere', 'never'] as const;

/** Of everybody who is signed in; `own`: one that somebody else has shared in this workspace. */
const onShared = (open: (person: Person) => Verdict, body?: object): Door =>
  trial({
    at: wheres,
    aim: async (whose) => {
      const id = await (body || open !== seen ? freshSetting : settingId)('view', whose as Where);
      return { params: { viewId: id }, ...(body && { body }) };
    },
    verdict: (person, whose) => {
      if (!hasViews(person)) return missing;
      return whose === 'own' ? open(person) : unknown('view');
    },
  });
const seen = (): Verdict => 'ok';
const changed = (person: Person): Verdict => (isAdministrator(person) ? 'ok' : outOfReach);
const forEverybody = (body?: object): Door =>
  trial({
    at: ['own'],
    aim: () => (body ? { body } : {}),
    verdict: (person) => (hasViews(person) ? 'ok' : missing),
  });

/** Doors to views; that a private one is its maker's alone is in test/integration/views. */
export const viewDoors: Record<string, Door> = {
  listViews: forEverybody(),
  createView: forEverybody({ name: 'Mine', of: 'task', columns: [{ field: 'title' }] }),
  getView: onShared(seen),
  patchView: onShared(changed, { name: 'Renamed' }),
  deleteView: onShared(changed),
};

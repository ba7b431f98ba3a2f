import { type Door, trial, unguarded } from './access-doors.ts';
import { hasPermission, missing, outOfReach, type Person, unknown, type Verdict } from './access-oracle.ts';
import { freshSetting, settingId, type Where } from './access-settings.ts';

/** Dashboards are people's: a key that is held to less than its user may has none. */
const hasDashboards = ({ cap, scopes }: Person) => cap === undefined && scopes === undefined;
const isAdministrator = (person: Person) => hasPermission(person, 'workspaces:write');

/** `own`: one that somebody else has shared in this workspace. */
const onShared = (
  verdict: (person: Person) => Verdict,
  { isFresh = false, body, more = {} }: { isFresh?: boolean; body?: object; more?: object } = {},
): Door =>
  trial({
    at: ['own', 'elsewhere', 'never'],
    aim: async (whose) => {
      const id = await (isFresh ? freshSetting : settingId)('dashboard', whose as Where);
      return { params: { dashboardId: id, ...more }, ...(body && { body }) };
    },
    verdict: (person, whose) => {
      if (!hasDashboards(person)) return missing;
      return whose === 'own' ? verdict(person) : unknown('dashboard');
    },
  });
const forEverybody = (body?: object): Door =>
  trial({
    at: ['own'],
    aim: () => (body ? { body } : {}),
    verdict: (person) => (hasDashboards(person) ? 'ok' : missing),
  });
const seen = (): Verdict => 'ok';
const changed = (person: Person): Verdict => (isAdministrator(person) ? 'ok' : outOfReach);

/** Doors to dashboards; that a private one is its maker's alone is in test/integration/dashboards. */
export const dashboardDoors: Record<string, Door> = {
  listDashboards: forEverybody(),
  createDashboard: forEverybody({ name: 'Mine', tiles: [{ report: 'funnel' }] }),
  getDashboard: onShared(seen),
  patchDashboard: onShared(changed, { isFresh: true, body: { name: 'Renamed' } }),
  deleteDashboard: onShared(changed, { isFresh: true }),
  getTileFigures: onShared((person) => (hasPermission(person, 'deals:read') ? 'ok' : missing), {
    more: { tileId: 't1' },
  }),
  getDashboardSubscription: onShared(() => unknown('subscription'), { isFresh: true }),
  putDashboardSubscription: onShared(seen, { body: { weekday: 'monday', at: '08:00' } }),
  deleteDashboardSubscription: onShared(seen),
  getDashboardMailPage: unguarded('The signed link of a mail is the credential.'),
  stopDashboardMail: unguarded('The signed link of a mail is the credential.'),
};

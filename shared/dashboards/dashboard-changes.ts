import { type Context, idForNew } from '../core/actor.ts';
import { mergePatch } from '../core/patch.ts';
import { type Change, type Kept, nextVersion } from '../core/record.ts';
import { type Dashboard, type DashboardPatch, dashboardRecord, type NewDashboard } from './dashboard.ts';
import { withIds } from './tile.ts';
import { assertSound } from './tile-report.ts';

/** What is new in it must be sound; a tile that stands as it stood may name a report that is gone. */
function sound(after: Dashboard, before?: Dashboard): Dashboard {
  const stood = new Set(before?.tiles.map((tile) => JSON.stringify(tile)));
  for (const [n, tile] of after.tiles.entries())
    if (!stood.has(JSON.stringify(tile))) assertSound(tile, `/tiles/${n}`);
  return after;
}

/** Throws `validation_failed`. */
export function createDashboard(given: NewDashboard, by: Context): Kept<Dashboard> {
  const { actor, now } = by;
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const own = { id: idForNew('dashboard', by), ownerId: actor.id, tiles: withIds(given.tiles) };
  return { of: dashboardRecord, before: undefined, after: sound({ ...base, ...given, ...own }), events: [] };
}

/** Tiles are replaced as a whole. Throws `validation_failed`. */
export function patchDashboard(
  before: Dashboard,
  { tiles: given, ...patch }: DashboardPatch,
  now: string,
): Kept<Dashboard> {
  const merged = { ...mergePatch(before, patch), ...(given && { tiles: withIds(given) }) };
  return {
    of: dashboardRecord,
    before,
    after: nextVersion(sound(merged, before), {}, now),
    events: [],
  };
}

export const deleteDashboard = (before: Dashboard): Change<Dashboard> => ({
  of: dashboardRecord,
  before,
  after: undefined,
  events: [],
});

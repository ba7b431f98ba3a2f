import { notFound } from '../../../shared/core/errors.ts';
import { assertSeesKept } from '../../../shared/core/kept-for.ts';
import { getTileFiguresRoute } from '../../../shared/dashboards/dashboard-routes.ts';
import { seenDashboard } from '../../../shared/dashboards/dashboard-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { readTile } from '../../reports/reading/read-tile.ts';

export const getTileFiguresOperation = operation(getTileFiguresRoute, async ({ actor, params, now }) => {
  const { dashboardId, tileId } = params;
  const { tiles } = await seenDashboard(actor, dashboardId, assertSeesKept);
  const tile = tiles.find(({ id }) => id === tileId);
  if (!tile) throw notFound('tile', tileId);
  return readTile(actor, tile, now);
});

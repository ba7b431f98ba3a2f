import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { defineRecord, recordBase } from '../core/record.ts';
import { mostTiles, NewTile, Tile } from './tile.ts';

const name = z.string().trim().min(1).max(100);
const visibility = z
  .enum(['private', 'shared'])
  .describe(
    '`private`: its owner’s alone, and no administrator’s either. `shared`: everybody’s in the workspace.',
  );

/** Reports side by side, kept by name. It holds no figures and gives no rights to any: who looks at it sees what they may see. */
export const Dashboard = z.object({
  ...recordBase('dashboard'),
  name,
  visibility: visibility.default('private'),
  ownerId: idOf('user').describe('Who made it.'),
  tiles: z.array(Tile).max(mostTiles).default([]),
});
export type Dashboard = z.infer<typeof Dashboard>;
export const dashboardRecord = defineRecord('dashboard', Dashboard);
export const DashboardBody = Dashboard.omit({ workspaceId: true });

const tiles = z.array(NewTile).max(mostTiles).describe('In their order.');
export const NewDashboard = z.strictObject({
  name,
  visibility: visibility.default('private'),
  tiles: tiles.default([]),
});
export type NewDashboard = z.infer<typeof NewDashboard>;
export const DashboardPatch = z.strictObject({
  name: name.optional(),
  visibility: visibility.optional(),
  tiles: tiles.optional(),
});
export type DashboardPatch = z.infer<typeof DashboardPatch>;

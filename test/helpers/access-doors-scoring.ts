import type { Door } from './access-doors.ts';
import { whole } from './access-doors-settings.ts';

/** Scores are on contacts; what they come from is a setting of the workspace. */
export const scoringDoors: Record<string, Door> = {
  getScoring: whole('workspaces:read'),
  learnRisk: whole('workspaces:write'),
};

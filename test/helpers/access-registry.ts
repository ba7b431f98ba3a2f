import type { Door } from './access-doors.ts';
import { recordDoors } from './access-doors-records.ts';
import { settingDoors } from './access-doors-settings.ts';

/** Who may pass every door of the API, by its operation. */
export const doors: Record<string, Door> = { ...recordDoors, ...settingDoors };

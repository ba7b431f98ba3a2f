import { recordCreated, recordDeleted, recordUpdated } from '../core/record.ts';

/** What may put people into a team or take them out of one. */
export const teamChanged = [recordCreated('team'), recordUpdated('team'), recordDeleted('team')];

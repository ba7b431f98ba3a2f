import { recordCreated, recordDeleted, recordRestored, recordUpdated } from '../core/record.ts';

/** What may change what last happened with a contact: every write of an activity, into the trash and out of it. */
export const activityEvents = [recordCreated, recordUpdated, recordDeleted, recordRestored].map((event) =>
  event('activity'),
);

import { recordCreated, recordDeleted, recordRestored, recordUpdated } from '../core/record.ts';

/** What may change what a customer waits for: every write of a ticket, into the trash and out of it. */
export const ticketEvents = [recordCreated, recordUpdated, recordDeleted, recordRestored].map((event) =>
  event('ticket'),
);

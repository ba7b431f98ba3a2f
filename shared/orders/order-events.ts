import { recordCreated, recordDeleted, recordRestored, recordUpdated } from '../core/record.ts';

/** What may change what a customer has bought: every write of an order, into the trash and out of it. */
export const orderEvents = [recordCreated, recordUpdated, recordDeleted, recordRestored].map((event) =>
  event('order'),
);

import { api } from '../../shared/platform/api.ts';
import { promiseRecordRoutes } from '../../shared/promises/promise-routes.ts';
import { promiseType } from '../../shared/promises/promise-store.ts';
import { ticketRecordRoutes } from '../../shared/tickets/ticket-routes.ts';
import { ticketType } from '../../shared/tickets/ticket-store.ts';
import {
  listRecordHistory,
  listRecords,
  recordOperations,
  writingOperations,
} from '../records/operations/record-operations.ts';
import { getTicket } from './operations/get-ticket.ts';

/** What a customer waits for and what they were promised are shown together. */
export const handler = api([
  ...writingOperations(ticketType, ticketRecordRoutes),
  getTicket,
  listRecords(ticketType as never, ticketRecordRoutes.list),
  listRecordHistory(ticketType as never, ticketRecordRoutes.history),
  ...recordOperations(promiseType, promiseRecordRoutes),
]);

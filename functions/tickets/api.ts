import { api } from '../../shared/platform/api.ts';
import { promiseRecordRoutes } from '../../shared/promises/promise-routes.ts';
import { promiseType } from '../../shared/promises/promise-store.ts';
import { ticketRecordRoutes } from '../../shared/tickets/ticket-routes.ts';
import { ticketType } from '../../shared/tickets/ticket-store.ts';
import {
  listRecordHistory,
  listRecords,
  recordOperations,
  searchRecords,
  writingOperations,
} from '../records/operations/record-operations.ts';
import { getTicket } from './operations/get-ticket.ts';

const list = listRecords(ticketType as never, ticketRecordRoutes.list);
/** What a customer waits for and what they were promised are shown together. */
export const handler = api([
  ...writingOperations(ticketType, ticketRecordRoutes),
  getTicket,
  list,
  searchRecords(list, ticketRecordRoutes.search),
  listRecordHistory(ticketType as never, ticketRecordRoutes.history),
  ...recordOperations(promiseType, promiseRecordRoutes),
]);

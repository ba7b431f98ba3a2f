import { api } from '../../shared/platform/api.ts';
import { createLiveTicketOperation } from './operations/create-live-ticket.ts';

export const handler = api([createLiveTicketOperation]);

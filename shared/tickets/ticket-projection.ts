import { nameOf, type Projection } from '../core/projection.ts';
import { teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { listCounters, listEntries } from '../records/list-entries.ts';
import { trashable } from '../records/trashable.ts';
import { searchEntries } from '../search/search-entries.ts';
import { Ticket, urgencyKey, workKey } from './ticket.ts';
import { ticketTexts } from './ticket-search.ts';

export const ordersOf = (ticket: Ticket) => ({ priority: workKey(ticket) });

export const ticketProjection: Projection = trashable({
  definition: 2,
  borrows: (record) => teamBorrowed(Ticket.parse(record)),
  project({ record, borrowed }) {
    const ticket = Ticket.parse(record);
    const [team] = teamBorrowed(ticket);
    const owned = { ...ticket, teamId: teamOf(team && borrowed.get(nameOf(team))) };
    const lists = {
      orders: ordersOf(ticket),
      related: [
        { kind: 'contact', id: ticket.contactId },
        { kind: 'company', id: ticket.companyId },
        { kind: 'deal', id: ticket.dealId },
      ],
      states: { status: { value: ticket.status, order: urgencyKey(ticket) } },
    } as const;
    return {
      entries: [...listEntries('ticket', owned, lists), ...searchEntries(owned, ticketTexts(ticket))],
      counters: listCounters('ticket', owned),
    };
  },
});

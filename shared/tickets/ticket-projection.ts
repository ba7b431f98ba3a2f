import { type Entry, nameOf, type Projection } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { listCounters, listEntries } from '../records/list-entries.ts';
import { trashable } from '../records/trashable.ts';
import { searchEntries } from '../search/search-entries.ts';
import { isPressing, Ticket, urgencyKey, workKey } from './ticket.ts';
import { ticketTexts } from './ticket-search.ts';

export const ordersOf = (ticket: Ticket) => ({ priority: workKey(ticket) });

/** TICKET-3: a contact's tickets for which they are to be left alone with marketing. */
export const pressingTicketsPk = (workspaceId: string, contactId: string) =>
  `${recordKey(workspaceId, 'contact', contactId).pk}#PRESSING`;
function pressingEntries(ticket: Ticket): Entry[] {
  const { workspaceId, id, contactId } = ticket;
  if (!contactId || !isPressing(ticket)) return [];
  return [{ pk: pressingTicketsPk(workspaceId, contactId), sk: id, of: 'ticket', id }];
}

export const ticketProjection: Projection = trashable({
  definition: 3,
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
      entries: [
        ...listEntries('ticket', owned, lists),
        ...searchEntries(owned, ticketTexts(ticket)),
        ...pressingEntries(ticket),
      ],
      counters: listCounters('ticket', owned),
    };
  },
});

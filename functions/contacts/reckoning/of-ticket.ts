import { retryLostRace } from '../../../shared/platform/again.ts';
import { changedFields } from '../../../shared/platform/change-store.ts';
import { type Delivered, RetryDoubling } from '../../../shared/platform/consumer.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { unprojected } from '../../../shared/privacy/items-store.ts';
import { reckonRisk } from '../../../shared/risk/risk-store.ts';
import { ticketRecord } from '../../../shared/tickets/ticket.ts';

type Data = { recordId: string; fields?: string[] | undefined };
const tickets = recordStore(ticketRecord);

/**
 * Whoever waits for us with something that matters leaves more likely. An event only says whose risk to reckon anew, from the lists
 * that the projector keeps: where it has not looked at the ticket yet, the message comes again.
 */
export async function reckonOfTicket(event: Delivered<Data>, now: string): Promise<void> {
  const { workspaceId, type, data } = event;
  const [behind] = await unprojected([tickets.keyOf(workspaceId, data.recordId)]);
  if (behind) throw new RetryDoubling(1, 'The lists do not follow the ticket yet.');
  const ticket = await tickets.find(workspaceId, data.recordId);
  const moved = type === 'ticket.updated' && (data.fields ?? []).includes('contactId');
  const from = moved ? (await changedFields('ticket', event))?.contactId?.before : undefined;
  const contactIds = new Set([ticket?.contactId, from].filter((id) => typeof id === 'string'));
  for (const id of contactIds) await retryLostRace(() => reckonRisk(workspaceId, id, now));
}

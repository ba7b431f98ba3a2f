import { activityRecord } from '../../shared/activities/activity.ts';
import { activityEvents } from '../../shared/activities/activity-events.ts';
import { contactMergeEvents, contactsReckoned } from '../../shared/contacts/contact-events.ts';
import { touchContact } from '../../shared/contacts/contact-touch-store.ts';
import { retryLostRace } from '../../shared/platform/again.ts';
import { consumer, RetryDoubling } from '../../shared/platform/consumer.ts';
import { recordStore } from '../../shared/platform/record-store.ts';
import { unprojected } from '../../shared/privacy/items-store.ts';
import { reckonRisk } from '../../shared/risk/risk-store.ts';
import { ticketEvents } from '../../shared/tickets/ticket-events.ts';
import { reckonOfTicket } from './reckoning/of-ticket.ts';

const activities = recordStore(activityRecord);
type Data = { recordId: string; mergedIds?: string[] | undefined; fields?: string[] | undefined };

/** When they were last spoken to, and how likely they leave by that. */
async function reckon(workspaceId: string, contactId: string, now: string): Promise<void> {
  await retryLostRace(() => touchContact(workspaceId, contactId, now));
  await retryLostRace(() => reckonRisk(workspaceId, contactId, now));
}

/**
 * An event only says whose touch to reckon anew, from the list that the projector keeps: where it has not looked yet, the message comes
 * again. Tickets come here too: a queue of their own would cost by the month.
 */
export const handler = consumer<Data>(
  [...activityEvents, ...contactMergeEvents, ...ticketEvents],
  async (event) => {
    const { workspaceId, type, data } = event;
    const now = new Date().toISOString();
    if (type.startsWith('ticket.')) return reckonOfTicket(event, now);
    if (data.mergedIds) {
      for (const id of contactsReckoned(data.recordId, data.mergedIds)) await reckon(workspaceId, id, now);
      return;
    }
    const [behind] = await unprojected([activities.keyOf(workspaceId, data.recordId)]);
    if (behind) throw new RetryDoubling(1, 'The list does not follow the activity yet.');
    const activity = await activities.find(workspaceId, data.recordId);
    if (!activity) return; // purged or erased, and its contact with it
    await reckon(workspaceId, activity.contactId, now);
  },
);

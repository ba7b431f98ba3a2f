import { activityRecord } from '../../shared/activities/activity.ts';
import { activityEvents } from '../../shared/activities/activity-events.ts';
import { contactMergeEvents, contactsReckoned } from '../../shared/contacts/contact-events.ts';
import { dealRecord } from '../../shared/deals/deal.ts';
import { retryLostRace } from '../../shared/platform/again.ts';
import { changedFields } from '../../shared/platform/change-store.ts';
import { consumer, type Delivered, RetryDoubling } from '../../shared/platform/consumer.ts';
import { recordStore } from '../../shared/platform/record-store.ts';
import { unprojected } from '../../shared/privacy/items-store.ts';
import { scoreContact } from '../../shared/scoring/lead-score-store.ts';
import { noteOutcome } from '../../shared/scoring/outcome-store.ts';
import { contactEvents, dealEvents } from '../../shared/scoring/scoring-events.ts';

const activities = recordStore(activityRecord);
const deals = recordStore(dealRecord);
type Data = { recordId: string; fields: string[]; mergedIds?: string[] | undefined };
type Event = Delivered<Data>;

const score = (workspaceId: string, id: string) =>
  retryLostRace(() => scoreContact(workspaceId, id, new Date().toISOString()));
const note = (workspaceId: string, id: string) => retryLostRace(() => noteOutcome(workspaceId, id));

async function ofActivity({ workspaceId, data }: Event): Promise<void> {
  const [behind] = await unprojected([activities.keyOf(workspaceId, data.recordId)]);
  if (behind) throw new RetryDoubling(1, 'The list does not follow the activity yet.');
  const activity = await activities.find(workspaceId, data.recordId);
  if (activity) await score(workspaceId, activity.contactId); // else purged or erased, and its contact with it
}

const decisive = new Set(['status', 'contactId', 'closedAt']);
async function ofDeal(event: Event): Promise<void> {
  const { workspaceId, type, data } = event;
  if (type === 'deal.updated' && !data.fields.some((name) => decisive.has(name))) return;
  const [behind] = await unprojected([deals.keyOf(workspaceId, data.recordId)]);
  if (behind) throw new RetryDoubling(1, 'The list does not follow the deal yet.');
  const deal = await deals.find(workspaceId, data.recordId);
  const isMoved = type === 'deal.updated' && data.fields.includes('contactId');
  const from = isMoved ? (await changedFields('deal', event))?.contactId?.before : undefined;
  for (const id of new Set([deal?.contactId, from])) if (typeof id === 'string') await note(workspaceId, id);
}

/**
 * An event only says whose score, or whose outcome, to reckon anew: from the contact, its changes, and the lists that the projector
 * keeps; where it has not looked yet, the message comes again. Safe to run twice.
 */
export const handler = consumer<Data>(
  [...activityEvents, ...contactMergeEvents, ...contactEvents, ...dealEvents],
  async (event) => {
    const { workspaceId, type, data } = event;
    if (type.startsWith('activity.')) return ofActivity(event);
    if (type.startsWith('deal.')) return ofDeal(event);
    for (const id of contactsReckoned(data.recordId, data.mergedIds ?? [])) {
      await score(workspaceId, id);
      if (type !== 'contact.created') await note(workspaceId, id);
    }
  },
);

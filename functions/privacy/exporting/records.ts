import { type Activity, ActivityBody, activityRecord } from '../../../shared/activities/activity.ts';
import { contactActivitiesPk } from '../../../shared/activities/activity-projection.ts';
import { ContactBody, contactRecord } from '../../../shared/contacts/contact.ts';
import type { FieldKind } from '../../../shared/core/policy.ts';
import type { RecordBase, RecordKind } from '../../../shared/core/record.ts';
import { hiddenBeside, hiddenFields, mayTouch } from '../../../shared/core/rights.ts';
import { veiled } from '../../../shared/core/veil.ts';
import { DealBody, dealRecord } from '../../../shared/deals/deal.ts';
import { contactDealsPk } from '../../../shared/deals/deal-projection.ts';
import { OrderBody, orderRecord } from '../../../shared/orders/order.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { partition } from '../../../shared/privacy/items-store.ts';
import { PromiseBody, promiseRecord } from '../../../shared/promises/promise.ts';
import { relatedPk } from '../../../shared/records/list-entries.ts';
import { TaskBody, taskRecord } from '../../../shared/tasks/task.ts';
import { recordTasksPk } from '../../../shared/tasks/task-projection.ts';
import { TicketBody, ticketRecord } from '../../../shared/tickets/ticket.ts';
import type { Person } from './person.ts';

/** The records that a list of the person names, of each of their ids. */
async function* recordsOf<T extends RecordBase>(
  { workspaceId, ids }: Person,
  of: RecordKind<T>,
  listOf: (contactId: string) => string,
) {
  const store = recordStore(of);
  for (const contactId of ids)
    for await (const { id } of partition({ pk: listOf(contactId) })) {
      const record = await store.find(workspaceId, String(id));
      if (record) yield record;
    }
}

type Owned = RecordBase & { ownerId?: string | undefined };
async function* seen<T extends Owned>({ who }: Person, kind: FieldKind, records: AsyncIterable<T>) {
  for await (const record of records) {
    const isLinkHidden = hiddenFields(who, kind, record.ownerId).has('contactId'); // to be here says whom it is with
    if (mayTouch(who, kind, 'read', record.ownerId) && !isLinkHidden) yield veiled(who, kind, record);
  }
}

/** DEAL-4 */
export async function* deals(person: Person) {
  const all = recordsOf(person, dealRecord, (id) => contactDealsPk(person.workspaceId, id));
  for await (const deal of seen(person, 'deal', all)) yield DealBody.partial().parse(deal);
}

/** TASK-4 */
export async function* tasks(person: Person) {
  const all = recordsOf(person, taskRecord, (id) => recordTasksPk(person.workspaceId, 'contact', id));
  for await (const task of seen(person, 'task', all)) yield TaskBody.partial().parse(task);
}

const relatedTo =
  ({ workspaceId }: Person, kind: 'order' | 'ticket' | 'promise') =>
  (id: string) =>
    relatedPk(workspaceId, { kind: 'contact', id }, kind);

/** LIST-3 */
export async function* orders(person: Person) {
  const all = recordsOf(person, orderRecord, relatedTo(person, 'order'));
  for await (const order of seen(person, 'order', all)) yield OrderBody.partial().parse(order);
}

/** LIST-3 */
export async function* tickets(person: Person) {
  const all = recordsOf(person, ticketRecord, relatedTo(person, 'ticket'));
  for await (const ticket of seen(person, 'ticket', all)) yield TicketBody.partial().parse(ticket);
}

/** LIST-3: whose deal is hidden from the asker, of that no promise. */
export async function* promises(person: Person) {
  const { who } = person;
  if (hiddenBeside(who, 'deal').has('contactId')) return;
  for await (const promise of recordsOf(person, promiseRecord, relatedTo(person, 'promise')))
    if (mayTouch(who, 'promise', 'read', promise.ownerId)) yield PromiseBody.parse(promise);
}

/** ACTIVITY-2: they are read as their contact is. */
export const activities = (person: Person): AsyncGenerator<Activity> =>
  recordsOf(person, activityRecord, (id) => contactActivitiesPk(person.workspaceId, id));

/** As they stood when they were merged into the person. */
export async function* merged({ workspaceId, who, contact, hidden }: Person) {
  const { mergedIds = [] } = contact;
  for (const one of await recordStore(contactRecord).getMany(workspaceId, mergedIds)) {
    const own = veiled(who, 'contact', { ...one, deletedAt: undefined });
    const shown = Object.entries(own).filter(([name]) => !hidden.has(name));
    yield ContactBody.partial().parse(Object.fromEntries(shown));
  }
}

export function activityBody({ seesAll }: Person, activity: Activity) {
  const { submission: _, mail: __, ...rest } = activity;
  return ActivityBody.parse(seesAll ? activity : rest);
}

import { type Activity, ActivityBody, activityRecord } from '../../../shared/activities/activity.ts';
import { contactActivitiesPk } from '../../../shared/activities/activity-projection.ts';
import type { FieldKind } from '../../../shared/core/policy.ts';
import type { RecordBase, RecordKind } from '../../../shared/core/record.ts';
import { hiddenFields, mayTouch } from '../../../shared/core/rights.ts';
import { veiled } from '../../../shared/core/veil.ts';
import { DealBody, dealRecord } from '../../../shared/deals/deal.ts';
import { contactDealsPk } from '../../../shared/deals/deal-projection.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { partition } from '../../../shared/privacy/items-store.ts';
import { TaskBody, taskRecord } from '../../../shared/tasks/task.ts';
import { recordTasksPk } from '../../../shared/tasks/task-projection.ts';
import type { Person } from './person.ts';

async function* recordsOf<T extends RecordBase>(workspaceId: string, of: RecordKind<T>, pk: string) {
  const store = recordStore(of);
  for await (const { id } of partition({ pk })) {
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
  const { workspaceId, contact } = person;
  const all = recordsOf(workspaceId, dealRecord, contactDealsPk(workspaceId, contact.id));
  for await (const deal of seen(person, 'deal', all)) yield DealBody.partial().parse(deal);
}

/** TASK-4 */
export async function* tasks(person: Person) {
  const { workspaceId, contact } = person;
  const all = recordsOf(workspaceId, taskRecord, recordTasksPk(workspaceId, 'contact', contact.id));
  for await (const task of seen(person, 'task', all)) yield TaskBody.partial().parse(task);
}

/** ACTIVITY-2: they are read as their contact is. */
export const activities = ({ workspaceId, contact }: Person): AsyncGenerator<Activity> =>
  recordsOf(workspaceId, activityRecord, contactActivitiesPk(workspaceId, contact.id));

export function activityBody({ seesAll }: Person, activity: Activity) {
  const { submission: _, mail: __, ...rest } = activity;
  return ActivityBody.parse(seesAll ? activity : rest);
}

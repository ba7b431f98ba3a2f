import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { Change, RecordBase } from '../../../shared/core/record.ts';
import { whole } from '../../../shared/core/scope.ts';
import { ownerPk } from '../../../shared/core/scoped-list.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { listPk } from '../../../shared/records/list-entries.ts';
import { ownerTasksPk } from '../../../shared/tasks/task-projection.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';

type OwnedRecord = RecordBase & { ownerId?: string | undefined; status?: string | undefined };
/** One of a user's lists, and how a record of it is read and named in a change. */
type OwnersList = {
  pk: (workspaceId: string, userId: string) => string;
  find: (workspaceId: string, id: string) => Promise<OwnedRecord | undefined>;
  of: Change['of'];
};

/** What goes to another with its owner; a deal or a task that is closed stays whose it was. */
export const lists: readonly OwnersList[] = [
  {
    pk: (workspaceId, userId) => ownerPk(listPk(workspaceId, 'contact'), userId),
    find: (workspaceId, id) => contactStore.find(whole(workspaceId), id),
    of: contactStore.of as unknown as Change['of'],
  },
  {
    pk: (workspaceId, userId) => ownerPk(listPk(workspaceId, 'deal'), userId),
    find: (workspaceId, id) => dealStore.find(whole(workspaceId), id),
    of: dealStore.of as unknown as Change['of'],
  },
  {
    pk: ownerTasksPk,
    find: (workspaceId, id) => taskStore.find(whole(workspaceId), id),
    of: taskStore.of as unknown as Change['of'],
  },
];

/** Whether a record is still to be handed over: theirs, and open where it can be closed. */
export const isTheirs = (record: OwnedRecord | undefined, userId: string): record is OwnedRecord =>
  record?.ownerId === userId && (record.status === undefined || record.status === 'open');

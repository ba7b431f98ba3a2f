import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { type Change, mergeableKinds, type RecordBase } from '../../../shared/core/record.ts';
import { whole } from '../../../shared/core/scope.ts';
import { ownerPk } from '../../../shared/core/scoped-list.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { ownedStore } from '../../../shared/platform/owned-store.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { listPk } from '../../../shared/records/list-entries.ts';
import { recordKinds } from '../../../shared/records/record-kinds.ts';
import { mergedPk, trashPk } from '../../../shared/records/trashable.ts';
import { tasksPk } from '../../../shared/tasks/task-projection.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';

type OwnedRecord = RecordBase & { ownerId?: string | undefined; status?: string | undefined };
/** One of a user's lists, and how a record of it is read and named in a change. */
type OwnersList = {
  pk: (workspaceId: string, userId: string) => string;
  find: (workspaceId: string, id: string) => Promise<OwnedRecord | undefined>;
  of: Change['of'];
};

/** What lies in the trash goes along: who has it back later should find it with somebody who is there. */
const inTrash = Object.values(recordKinds).flatMap((of): OwnersList[] => {
  if (of.kind === 'activity' || of.kind === 'product') return []; // its author's for good, and nobody's
  return [
    {
      pk: (workspaceId, userId) => ownerPk(trashPk(workspaceId, of.kind), userId),
      find: (workspaceId, id) => ownedStore(of).findTrashed(whole(workspaceId), id),
      of: of as unknown as Change['of'],
    },
  ];
});

/** The same of what was merged into another record. */
const merged = mergeableKinds.map((kind): OwnersList => {
  const of = recordKinds[kind];
  return {
    pk: (workspaceId, userId) => ownerPk(mergedPk(workspaceId, kind), userId),
    find: (workspaceId, id) => recordStore(of).find(workspaceId, id),
    of: of as unknown as Change['of'],
  };
});

/** Kinds that stand in the lists of every kind and nowhere else. */
const ofKinds = (['company', 'order', 'ticket', 'promise'] as const).flatMap((kind): OwnersList[] => {
  const of = recordKinds[kind];
  return [
    {
      pk: (workspaceId, userId) => ownerPk(listPk(workspaceId, kind), userId),
      find: (workspaceId, id) => ownedStore(of).find(whole(workspaceId), id),
      of: of as unknown as Change['of'],
    },
  ];
});

/** What goes to another with its owner; what is over stays whose it was. */
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
    pk: (workspaceId, userId) => ownerPk(tasksPk(workspaceId, 'open'), userId),
    find: (workspaceId, id) => taskStore.find(whole(workspaceId), id),
    of: taskStore.of as unknown as Change['of'],
  },
  ...ofKinds,
  ...inTrash,
  ...merged,
];

/** Of what can be over: a deal, a task, a ticket, a promise. A customer's orders go to whom the customer goes to. */
const over = new Set(['won', 'lost', 'done', 'solved', 'closed', 'kept', 'broken']);
/** Whether a record is still to be handed over: theirs, and not over. */
export const isTheirs = (record: OwnedRecord | undefined, userId: string): record is OwnedRecord =>
  record?.ownerId === userId && !over.has(record.status ?? '');

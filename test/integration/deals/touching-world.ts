import fc from 'fast-check';
import { type Activity, activityRecord, logActivity } from '../../../shared/activities/activity.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { nextVersion, type RecordBase } from '../../../shared/core/record.ts';
import { type Deal, dealRecord } from '../../../shared/deals/deal.ts';
import type { DealClock } from '../../../shared/deals/idle.ts';
import { touchOfActivity, touchOfTask } from '../../../shared/deals/touch.ts';
import type { ownedStore } from '../../../shared/platform/owned-store.ts';
import { restore, trash } from '../../../shared/records/trash.ts';
import { completeTask, createTask, patchTask, type Task, taskRecord } from '../../../shared/tasks/task.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { noon } from '../../fixtures/ids.ts';
import type { aContext } from '../../helpers/context.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { useIdleWorld } from '../../helpers/idle-world.ts';
import { keep } from '../../helpers/keep.ts';

const dayMs = 86_400_000;
export const day = (n: number) => new Date(Date.parse(noon) + n * dayMs).toISOString();
export const hour = (n: number) => day(n / 24);

/** What may be written; `of`: which deal is named (0, 1), or none (2): then all open deals of the contact are meant. */
export type Op =
  | { do: 'log'; n: number; of: number; at: number }
  | { do: 'put off'; n: number; at: number }
  | { do: 'rename'; n: number; of: number }
  | { do: 'delete'; n: number }
  | { do: 'plan task'; n: number; of: number; due: number }
  | { do: 'task of'; n: number; of: number }
  | { do: 'complete'; n: number }
  | { do: 'delete task'; n: number }
  | { do: 'have back'; n: number };

const n = fc.integer({ min: 0, max: 1 });
const of = fc.integer({ min: 0, max: 2 });
const ahead = fc.integer({ min: 1, max: 20 });
export const anOp: fc.Arbitrary<Op> = fc.oneof(
  fc.record({
    do: fc.constant('log' as const),
    n,
    of,
    at: fc.oneof(ahead, fc.integer({ min: -5, max: 20 })),
  }),
  fc.record({ do: fc.constant('put off' as const), n, at: ahead }),
  fc.record({ do: fc.constant('rename' as const), n, of }),
  fc.record({ do: fc.constant('delete' as const), n }),
  fc.record({ do: fc.constant('plan task' as const), n, of, due: ahead }),
  fc.record({ do: fc.constant('task of' as const), n, of }),
  fc.record({ do: fc.constant('complete' as const), n }),
  fc.record({ do: fc.constant('delete task' as const), n }),
  fc.record({ do: fc.constant('have back' as const), n }),
);

export type World = {
  contactId: string;
  deals: Deal[];
  activities: Map<number, Activity>;
  tasks: Map<number, Task>;
  /** What was deleted last, of each place. */
  trashed: { activities: Map<number, Activity>; tasks: Map<number, Task> };
};
const named = ({ deals }: World, which: number) => deals.slice(which, which + 1).map(({ id }) => id);

/** Only what is planned is taken back or changed: that something has happened once is for good. */
const isPlan = (activity: Activity | undefined): activity is Activity =>
  !!activity && activity.at > activity.updatedAt;

type By = ReturnType<typeof aContext>;
type Store<T extends RecordBase> = Pick<ReturnType<typeof ownedStore<T>>, 'of' | 'save'>;
/** Where records of a kind are: some there, some in the trash. */
type Places<T> = { there: Map<number, T>; trashed: Map<number, T> };
const placesOf = ({ activities, tasks, trashed }: World) => ({
  activities: { there: activities, trashed: trashed.activities },
  tasks: { there: tasks, trashed: trashed.tasks },
});
async function putAway<T extends RecordBase>(store: Store<T>, places: Places<T>, n: number, by: By) {
  const old = places.there.get(n);
  if (!old) return;
  const change = trash(store.of, old, by);
  await store.save(change, by);
  places.there.delete(n);
  places.trashed.set(n, change.after);
}
async function haveBack<T extends RecordBase>(store: Store<T>, places: Places<T>, n: number, by: By) {
  const old = places.trashed.get(n);
  if (!old || places.there.has(n)) return;
  const change = restore(store.of, old, by);
  await store.save(change, by);
  places.trashed.delete(n);
  places.there.set(n, change.after);
}

async function writeActivity(world: World, op: Extract<Op, { n: number }>, by: ReturnType<typeof aContext>) {
  const old = world.activities.get(op.n);
  const save = async (after: Activity | undefined) => {
    await activityStore.save({ of: activityRecord, before: old, after, events: [] }, by);
    if (after) world.activities.set(op.n, after);
  };
  if (op.do === 'log' && !old) {
    const given = {
      kind: 'meeting' as const,
      contactId: world.contactId,
      dealIds: named(world, op.of),
      at: day(op.at),
    };
    await save(logActivity(given, by).after);
  } else if (!isPlan(old)) return;
  else if (op.do === 'put off') await save(nextVersion(old, { at: day(op.at) }, by.now));
  else if (op.do === 'rename') await save(nextVersion(old, { dealIds: named(world, op.of) }, by.now));
  else if (op.do === 'delete') await putAway(activityStore, placesOf(world).activities, op.n, by);
}

async function writeTask(world: World, op: Extract<Op, { n: number }>, by: ReturnType<typeof aContext>) {
  const old = world.tasks.get(op.n);
  const [dealId] = 'of' in op ? named(world, op.of) : [];
  const save = async (after: Task | undefined) => {
    await taskStore.save({ of: taskRecord, before: old, after, events: [] }, by);
    if (after) world.tasks.set(op.n, after);
  };
  if (op.do === 'plan task' && !old)
    await save(createTask({ title: 'T', dealId, dueOn: day(op.due).slice(0, 10) }, by).after);
  else if (!old || old.status === 'done') return;
  else if (op.do === 'task of') await save(patchTask(old, { dealId: dealId ?? null } as never, by).after);
  else if (op.do === 'complete') await save(completeTask(old, by)?.after);
  else if (op.do === 'delete task') await putAway(taskStore, placesOf(world).tasks, op.n, by);
}

/** The clock that a deal ought to have, from the activities and tasks that there are. */
export function recomputed(world: World, deal: Deal): DealClock {
  const activities = [...world.activities.values()].filter(
    ({ dealIds }) => dealIds.length === 0 || dealIds.includes(deal.id),
  );
  const tasks = [...world.tasks.values()].filter(({ dealId }) => dealId === deal.id);
  const touches = [
    ...activities.map(touchOfActivity),
    ...tasks.map((task) => touchOfTask(task, 'Europe/Berlin')),
  ];
  const moments = touches.flatMap(({ happenedAt }) => happenedAt ?? []).toSorted();
  const last = moments.at(-1);
  return {
    version: 0,
    last: last ? { at: last, kind: '', id: '' } : undefined,
    planned: Object.fromEntries(
      touches.flatMap(({ id, kind, planned }) => (planned ? [[id, { ...planned, kind }]] : [])),
    ),
  };
}

/** Of a table of its own. */
export async function aWorld(): Promise<World> {
  await useIdleWorld();
  const contact = await keep(contactRecord, aContact({ id: newId('contact'), emails: [] }));
  const make = () =>
    keep(dealRecord, aDeal({ id: newId('deal'), contactId: contact.id, stageEnteredAt: day(-30) }));
  const deals = [await make(), await make()];
  await settleAll();
  const trashed = { activities: new Map(), tasks: new Map() };
  return { contactId: contact.id, deals, activities: new Map(), tasks: new Map(), trashed };
}

/** One operation, whichever it is; one that makes no sense of what is there is none. */
export async function write(world: World, op: Op, by: By): Promise<void> {
  await writeActivity(world, op, by);
  await writeTask(world, op, by);
  if (op.do !== 'have back') return;
  await haveBack(activityStore, placesOf(world).activities, op.n, by);
  await haveBack(taskStore, placesOf(world).tasks, op.n, by);
}

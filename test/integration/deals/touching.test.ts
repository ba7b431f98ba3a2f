import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { type Activity, activityRecord, logActivity } from '../../../shared/activities/activity.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { nextVersion } from '../../../shared/core/record.ts';
import { readClocks } from '../../../shared/deals/clock-store.ts';
import { type Deal, dealRecord } from '../../../shared/deals/deal.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { type DealClock, idleBase, idleDueAt } from '../../../shared/deals/idle.ts';
import { defaultStages } from '../../../shared/deals/pipeline.ts';
import { touchOfActivity, touchOfTask } from '../../../shared/deals/touch.ts';
import { db } from '../../../shared/platform/dynamo.ts';
import { completeTask, createTask, patchTask, type Task, taskRecord } from '../../../shared/tasks/task.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, globex, noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { deliver, published, useIdleWorld } from '../../helpers/idle-world.ts';
import { keep } from '../../helpers/keep.ts';

const dayMs = 86_400_000;
const day = (n: number) => new Date(Date.parse(noon) + n * dayMs).toISOString();
const hour = (n: number) => day(n / 24);

/** What may be written; `of`: which deal is named (0, 1), or none (2): then all open deals of the contact are meant. */
type Op =
  | { do: 'log'; n: number; of: number; at: number }
  | { do: 'put off'; n: number; at: number }
  | { do: 'rename'; n: number; of: number }
  | { do: 'delete'; n: number }
  | { do: 'plan task'; n: number; of: number; due: number }
  | { do: 'task of'; n: number; of: number }
  | { do: 'complete'; n: number }
  | { do: 'delete task'; n: number };

const n = fc.integer({ min: 0, max: 1 });
const of = fc.integer({ min: 0, max: 2 });
const ahead = fc.integer({ min: 1, max: 20 });
const anOp: fc.Arbitrary<Op> = fc.oneof(
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
);

type World = {
  contactId: string;
  deals: Deal[];
  activities: Map<number, Activity>;
  tasks: Map<number, Task>;
};
const named = ({ deals }: World, which: number) => deals.slice(which, which + 1).map(({ id }) => id);

/** Only what is planned is taken back or changed: that something has happened once is for good. */
const isPlan = (activity: Activity | undefined): activity is Activity =>
  !!activity && activity.at > activity.updatedAt;

async function writeActivity(world: World, op: Extract<Op, { n: number }>, by: ReturnType<typeof aContext>) {
  const old = world.activities.get(op.n);
  const save = async (after: Activity | undefined) => {
    await activityStore.save({ of: activityRecord, before: old, after, events: [] }, by);
    if (after) world.activities.set(op.n, after);
    else world.activities.delete(op.n);
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
  else if (op.do === 'delete') await save(undefined);
}

async function writeTask(world: World, op: Extract<Op, { n: number }>, by: ReturnType<typeof aContext>) {
  const old = world.tasks.get(op.n);
  const [dealId] = 'of' in op ? named(world, op.of) : [];
  const save = async (after: Task | undefined) => {
    await taskStore.save({ of: taskRecord, before: old, after, events: [] }, by);
    if (after) world.tasks.set(op.n, after);
    else world.tasks.delete(op.n);
  };
  if (op.do === 'plan task' && !old)
    await save(createTask({ title: 'T', dealId, dueOn: day(op.due).slice(0, 10) }, by).after);
  else if (!old || old.status === 'done') return;
  else if (op.do === 'task of') await save(patchTask(old, { dealId: dealId ?? null } as never, by).after);
  else if (op.do === 'complete') await save(completeTask(old, by)?.after);
  else if (op.do === 'delete task') await save(undefined);
}

/** The clock that a deal ought to have, from the activities and tasks that there are. */
function recomputed(world: World, deal: Deal): DealClock {
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
async function aWorld(): Promise<World> {
  await useIdleWorld();
  const contact = await keep(contactRecord, aContact({ id: newId('contact'), emails: [] }));
  const make = () =>
    keep(dealRecord, aDeal({ id: newId('deal'), contactId: contact.id, stageEnteredAt: day(-30) }));
  const deals = [await make(), await make()];
  await settleAll();
  return { contactId: contact.id, deals, activities: new Map(), tasks: new Map() };
}

it('A deal’s clock says what its activities and tasks say, in whatever order their events come and however often', async () => {
  const runs = fc.tuple(
    fc.array(anOp, { minLength: 1, maxLength: 12 }),
    fc.infiniteStream(fc.nat()),
    fc.array(fc.constantFrom('none', 'some', 'all'), { minLength: 12, maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(runs, async ([ops, random, deliveries]) => {
      const world = await aWorld();
      const ids = () => [...world.activities.values(), ...world.tasks.values()].map(({ id }) => id);
      const shuffled = <T>(all: T[]) =>
        all
          .map((one) => [random.next().value as number, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one);
      const running: Promise<void>[] = [];
      for (const [i, op] of ops.entries()) {
        const by = aContext({ now: hour(i) });
        await writeActivity(world, op, by);
        await writeTask(world, op, by);
        if (deliveries[i] === 'all') await deliver(await published());
        // Some events are under way while the next record is written.
        if (deliveries[i] === 'some') running.push(deliver(shuffled(await published()).slice(0, 3)));
      }
      await Promise.all(running);
      const events = await published();
      await Promise.all([deliver(shuffled(events)), deliver(shuffled(events))]);
      for (const { deal, clock } of await readClocks(
        acme,
        world.deals.map(({ id }) => id),
      )) {
        const wanted = recomputed(world, deal);
        expect({ ids: ids().length, planned: clock.planned }).toEqual({
          ids: ids().length,
          planned: wanted.planned,
        });
        expect(idleBase(deal, clock)).toBe(idleBase(deal, wanted));
        expect(idleDueAt(deal, clock, defaultStages[0])).toBe(idleDueAt(deal, wanted, defaultStages[0]));
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

const plan = (world: World, dealIds: string[]) =>
  logActivity(
    { kind: 'meeting', contactId: world.contactId, dealIds, at: day(9) },
    aContext({ now: hour(0) }),
  ).after;
const save = (before: Activity | undefined, after: Activity | undefined) =>
  activityStore.save({ of: activityRecord, before, after, events: [] }, aContext({ now: hour(1) }));
async function plans({ deals }: World) {
  const clocks = await readClocks(
    acme,
    deals.map(({ id }) => id),
  );
  return clocks.map(({ clock }) => Object.values(clock.planned).map(({ at }) => at));
}

it.each<[string, (world: World, old: Activity) => Activity | undefined, number[][], number[][]]>([
  [
    'that names another deal',
    ({ deals }, old) => ({ ...old, dealIds: [deals[1]?.id ?? ''] }),
    [[9], []],
    [[], [9]],
  ],
  ['that names no deal any more', (_, old) => ({ ...old, dealIds: [] }), [[9], []], [[9], [9]]],
  ['that is put off', (_, old) => ({ ...old, at: day(12) }), [[9], []], [[12], []]],
  ['that is deleted', () => undefined, [[9], []], [[], []]],
])('A plan %s is followed by the clocks', async (_, change, first, then) => {
  const world = await aWorld();
  const old = plan(world, [world.deals[0]?.id ?? '']);
  await save(undefined, old);
  await deliver(await published());
  expect(await plans(world)).toEqual(first.map((days) => days.map(day)));
  const changed = change(world, old);
  await save(old, changed && { ...changed, version: 2 });
  await deliver(await published());
  expect(await plans(world)).toEqual(then.map((days) => days.map(day)));
});

it('A plan of the contact that is deleted, or comes to name a deal, is taken from its other deals, closed ones too', async () => {
  const world = await aWorld();
  const old = plan(world, []);
  await save(undefined, old);
  await deliver(await published());
  expect(await plans(world)).toEqual([[day(9)], [day(9)]]);
  const [won, other] = world.deals as [Deal, Deal];
  const closed: Deal = { ...won, version: 2, stageId: 'won', status: 'won' };
  await dealStore.save({ of: dealRecord, before: won, after: closed, events: [] }, aContext());
  await settleAll();
  const named = { ...old, version: 2, dealIds: [other.id] };
  await save(old, named);
  await deliver(await published());
  expect(await plans(world)).toEqual([[], [day(9)]]);
  await save(named, undefined);
  await deliver(await published());
  expect(await plans(world)).toEqual([[], []]);
});

it('A plan that is deleted between the look at it and the write leaves nothing on the clock', async () => {
  const world = await aWorld();
  const old = plan(world, [world.deals[0]?.id ?? '']);
  await save(undefined, old);
  const created = await published();
  const send = db.send.bind(db);
  const late = vi.spyOn(db, 'send').mockImplementation((async (command: never) => {
    if ((command as object) instanceof TransactWriteCommand) {
      late.mockRestore();
      await save(old, undefined);
      await deliver((await published()).filter(({ type }) => type === 'activity.deleted'));
    }
    return send(command);
  }) as never);
  await deliver(created);
  expect(await plans(world)).toEqual([[], []]);
});

it('An activity touches no deal of another workspace, and none that is not there', async () => {
  const world = await aWorld();
  const foreign = await keep(dealRecord, aDeal({ id: newId('deal'), workspaceId: globex }));
  await save(undefined, plan(world, [foreign.id, newId('deal')]));
  await deliver(await published());
  const clocks = (await Array.fromAsync(readAll())).filter(({ sk }) => sk === 'CLOCK');
  expect(clocks).toEqual([]);
});

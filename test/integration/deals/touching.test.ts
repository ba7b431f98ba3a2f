import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { type Activity, activityRecord, logActivity } from '../../../shared/activities/activity.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { newId } from '../../../shared/core/ids.ts';
import { readClocks } from '../../../shared/deals/clock-store.ts';
import { type Deal, dealRecord } from '../../../shared/deals/deal.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { idleBase, idleDueAt } from '../../../shared/deals/idle.ts';
import { defaultStages } from '../../../shared/deals/pipeline.ts';
import { db } from '../../../shared/platform/dynamo.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, globex } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { deliver, published } from '../../helpers/idle-world.ts';
import { keep } from '../../helpers/keep.ts';
import { anOp, aWorld, day, hour, recomputed, type World, write } from './touching-world.ts';

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
        await write(world, op, by);
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
  ['that is gone', () => undefined, [[9], []], [[], []]],
  ['that is put into the trash', (_, old) => ({ ...old, deletedAt: hour(1) }), [[9], []], [[], []]],
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

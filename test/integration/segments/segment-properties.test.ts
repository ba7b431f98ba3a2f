import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Key } from '../../../shared/core/projection.ts';
import { type ProjectionStore, projectionStore } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { recount } from '../../../shared/platform/recount.ts';
import { projections } from '../../../shared/projections/registry.ts';
import { dropTable, readAll, useTable } from '../../helpers/dynamo.ts';
import { patience, runs } from '../../helpers/projections/findings.ts';
import { fates, survives } from '../../helpers/projections/hostile.ts';
import { type SegmentStep, segmentSteps, segmentWorld } from '../../helpers/projections/segment-world.ts';

const pause = () => Promise.resolve();
type World = ReturnType<typeof segmentWorld>;

/** What holds once the sweep has run: every segment is what a recount from the records says, and so is every other item. */
async function assertRight({ dueNow, compared, clock }: World) {
  const settle = projector(projectionStore, projections, { pause, now: clock });
  expect((await settle(await dueNow())).failed).toEqual([]);
  for (const one of [0, 1, 2]) {
    const { is, should } = await compared(one);
    expect(is).toEqual(should);
  }
  const world = { read: readAll, getAll: projectionStore.getAll, projections, now: clock };
  expect(await recount(world)).toEqual([]);
  expect(await dueNow()).toEqual([]);
}

/** A function whose calls wait for the scheduler, which must not see them fail. */
function inTurn<A extends unknown[], T>(s: fc.Scheduler, call: (...args: A) => Promise<T>) {
  const outcome = s.scheduleFunction((...args: A) =>
    call(...args).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    ),
  );
  return async (...args: A): Promise<T> => {
    const done = await outcome(...args);
    if ('error' in done) throw done.error;
    return done.value;
  };
}

async function rivals(s: fc.Scheduler, world: World, steps: SegmentStep[]) {
  const store: ProjectionStore = {
    getAll: inTurn(s, projectionStore.getAll),
    transact: inTurn(s, projectionStore.transact),
  };
  const settle = projector(store, projections, { pause, now: world.clock });
  const write = inTurn(s, world.write);
  const delivered = async (keys: Key[]) => {
    while ((await settle(keys)).failed.length > 0);
  };
  const deliveries: Promise<void>[] = [];
  const writing = (async () => {
    for (const step of steps) deliveries.push(delivered(await write(step))); // not awaited: looks overlap and time goes on
  })();
  await s.waitFor(writing);
  await s.waitFor(Promise.all(deliveries));
}

test(
  'segments are what the records say while records, definitions and the time change under several projectors',
  () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), segmentSteps(6), async (s, all) => {
        await useTable();
        const world = segmentWorld();
        await rivals(s, world, all);
        await assertRight(world);
        await dropTable();
      }),
      { numRuns: Math.ceil(runs / 2) },
    ),
  patience,
);

test(
  'segments are what the records say although projectors are killed, fail, lose answers and write late',
  () =>
    fc.assert(
      fc.asyncProperty(segmentSteps(8), fc.array(fates, { maxLength: 14 }), async (all, whatHappens) => {
        await useTable();
        const world = segmentWorld();
        const late: (() => Promise<unknown>)[] = [];
        const work = (keys: Key[]) => (store: ProjectionStore) =>
          projector(store, projections, { pause, now: world.clock })(keys);
        for (const [i, step] of all.entries()) {
          const keys = await world.write(step);
          const isDone = await survives(projectionStore, whatHappens[i] ?? [], late, work(keys));
          for (const call of late.splice(0)) await call().catch(() => undefined);
          if (!isDone) await work(keys)(projectionStore); // the stream brings it again
        }
        await assertRight(world);
        await dropTable();
      }),
      { numRuns: Math.ceil(runs / 2) },
    ),
  patience,
);

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Key } from '../../../shared/core/projection.ts';
import { type ProjectionStore, projectionStore } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { dropTable, useTable } from '../../helpers/dynamo.ts';
import { atOnce, findings, patience, runs } from '../../helpers/projections/findings.ts';
import { aStep, type Step } from '../../helpers/projections/steps.ts';
import { projections, writer } from '../../helpers/projections/world.ts';

/** A function whose calls wait for the scheduler. It must not see them fail, or it reports that nobody handled it. */
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

async function rivals(s: fc.Scheduler, steps: Step[], replays: number[]) {
  const store: ProjectionStore = {
    getAll: inTurn(s, projectionStore.getAll),
    transact: inTurn(s, projectionStore.transact),
  };
  const settle = projector(store, projections, atOnce);
  const write = inTurn(s, writer());
  const stream: Key[] = [];
  const delivered = async (keys: Key[]) => {
    while ((await settle(keys)).failed.length > 0);
  };
  const deliveries: Promise<void>[] = [];
  const writing = (async () => {
    for (const step of steps) {
      const keys = await write(step);
      stream.push(...keys);
      deliveries.push(delivered(keys)); // not awaited: deliveries of one record overlap each other and later writes
    }
  })();
  const replaying = (async () => {
    for (const from of replays) await settle(stream.slice(from % (stream.length + 1)));
  })();
  await s.waitFor(Promise.all([writing, replaying]));
  await s.waitFor(Promise.all(deliveries));
}

test(
  'projectors and a writer at once, in any order of their calls, leave what the records say',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(aStep, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        async (s, steps, replays) => {
          await useTable();
          await rivals(s, steps, replays);
          expect(await findings()).toEqual([]);
          await dropTable();
        },
      ),
      { numRuns: runs },
    ),
  patience,
);

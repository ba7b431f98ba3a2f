import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Key } from '../../../shared/core/projection.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { dropTable, useTable } from '../../helpers/dynamo.ts';
import { atOnce, findings, patience, runs } from '../../helpers/projections/findings.ts';
import { type Fate, fates, survives } from '../../helpers/projections/hostile.ts';
import { aStep } from '../../helpers/projections/steps.ts';
import { projections, writer } from '../../helpers/projections/world.ts';

const size = fc.integer({ min: 1, max: 12 });
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('write' as const), step: aStep }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('deliver' as const), size, fates }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('replay' as const), from: fc.nat(), size, fates }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('land' as const) }) },
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** A stream that goes on only from what a projector has settled, as Lambda does; what it brings again comes at any time. */
function aStream() {
  const write = writer();
  const keys: Key[] = [];
  const late: (() => Promise<unknown>)[] = [];
  let position = 0;
  const look = (some: Key[], fate: Fate[]) =>
    survives(projectionStore, fate, late, (store) => projector(store, projections, atOnce)(some));
  const happens = {
    write: async ({ step }: Extract<Event, { what: 'write' }>) => keys.push(...(await write(step))),
    deliver: async ({ size, fates }: Extract<Event, { what: 'deliver' }>) => {
      const batch = keys.slice(position, position + size);
      if (await look(batch, fates)) position += batch.length;
    },
    replay: ({ from, size, fates }: Extract<Event, { what: 'replay' }>) =>
      look(keys.slice(from % (keys.length + 1)).slice(0, size), fates),
    land: () =>
      late
        .shift()?.()
        .catch(() => undefined),
  };
  return {
    next: (one: Event) => happens[one.what](one as never),
    async end() {
      expect(await look(keys.slice(position), [])).toBe(true);
      for (const call of late) await call().catch(() => undefined);
    },
  };
}

test(
  'after a stream that repeats, replays, kills and delays, the table holds what its records say',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 40 }), async (events) => {
        await useTable();
        const stream = aStream();
        for (const one of events) await stream.next(one);
        await stream.end();
        expect(await findings()).toEqual([]);
        await dropTable();
      }),
      { numRuns: runs },
    ),
  patience,
);

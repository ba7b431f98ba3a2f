import { beforeEach, expect, test } from 'vitest';
import { backfill, changedKinds, type Options } from '../../../infra/backfill/run.ts';
import { readDefinitions } from '../../../infra/backfill/table.ts';
import type { Projection, Projections } from '../../../shared/core/projection.ts';
import { dealProjection } from '../../../shared/deals/deal-projection.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { type ProjectionStore, projectionStore } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { newTable } from '../../helpers/dynamo.ts';
import { atOnce, findings } from '../../helpers/projections/findings.ts';
import { wordyProjection } from '../../helpers/projections/wordy.ts';
import { projections as today, writer } from '../../helpers/projections/world.ts';

const freshTable = () => newTable({ stream: false });
beforeEach(freshTable);

/** The deals' lists as an earlier release had them: without some entries, and with one that is no more. */
const earlierDeals: Projection = {
  ...dealProjection,
  definition: dealProjection.definition - 1,
  project(seen) {
    const { entries, counters } = dealProjection.project(seen);
    const old = { pk: `WS#${seen.record.workspaceId}#LIST#OF_OLD`, sk: String(seen.record.id) };
    return { entries: [...entries.slice(3), old], counters };
  },
};
const { CONTACT: _, ...others } = today;
/** Contacts were in no list at all. */
const earlier: Projections = {
  ...others,
  DEAL: earlierDeals,
  WORDY: { ...wordyProjection, definition: 0.5 },
};
const dealsCount = 30;

async function earlierTable(): Promise<void> {
  const write = writer();
  const keys = await write({ to: 'pipeline', idleDays: 3 });
  for (let n = 0; n < dealsCount; n++) {
    keys.push(...(await write({ to: 'deal', n, stage: 'new', day: 1, amountCents: n })));
    await write({ to: 'contact', n, day: 1 });
  }
  keys.push(...(await write({ to: 'wordy', n: 1, words: 20, colour: 'red' })));
  expect((await projector(projectionStore, earlier, atOnce)(keys)).failed).toEqual([]);
  await write({ to: 'wordy', n: 1, words: 250, colour: 'blue' }); // more than a transaction holds
}

const said: string[] = [];
const run = (options: Partial<Options> = {}, store?: ProjectionStore) =>
  backfill(today, { say: (line) => said.push(line), rate: 1e6, everyMs: 0, ...options }, store);
/** Dies at its n-th transaction. */
function mortal(last: number): ProjectionStore {
  let calls = 0;
  const { transact } = projectionStore;
  return {
    ...projectionStore,
    transact: (items) => (++calls > last ? Promise.reject(new Error('killed')) : transact(items)),
  };
}
const lastToken = () => said.findLast((line) => line.includes('--resume'))?.split('--resume ')[1];

test('what older code has listed, or not at all, is listed as today afterwards, and the next run ends at once', async () => {
  await earlierTable();
  expect(await findings()).not.toEqual([]);
  expect(await changedKinds(today)).toContain(`DEAL never → ${dealProjection.definition}`);
  const records = 2 * dealsCount + 2; // and the pipeline, which was looked at by today's definition
  expect(await run()).toEqual({ seen: records, looked: records - 1, failed: 0, isNeeded: true });
  expect(await findings()).toEqual([]);
  expect(await changedKinds(today)).toEqual([]);
  expect(await run()).toMatchObject({ seen: 0, isNeeded: false });
  expect(await run({ all: true })).toMatchObject({ looked: records, failed: 0 });
  expect(await findings()).toEqual([]);
});

test('records that today’s definition has looked at cost one read each and no write', async () => {
  await earlierTable();
  await run();
  const rise = { ...today, TEAM: { ...today.TEAM, definition: 99 } as Projection };
  resetMeter();
  const again = await backfill(rise, { say: () => undefined, rate: 1e6, segments: 1 });
  expect(again).toMatchObject({ looked: 0, failed: 0, isNeeded: true });
  expect(meter.write).toBe(1); // what the table was brought to
});

test.each([0, 1, 3])(
  'killed after %i transactions it goes on from its token, or begins again',
  async (calls) => {
    await earlierTable();
    said.length = 0;
    await expect(run({ segments: 2 }, mortal(calls))).rejects.toThrow('killed');
    expect(await readDefinitions()).toEqual({});
    const token = lastToken();
    await run(token ? { resume: token } : {});
    expect(await findings()).toEqual([]);
    expect(await readDefinitions()).toMatchObject({ DEAL: dealProjection.definition });
  },
);

test('a record whose look was cut off between two of its transactions is looked at again', async () => {
  const write = writer();
  const keys = await write({ to: 'wordy', n: 1, words: 250, colour: 'blue' });
  await expect(projector(mortal(1), today, atOnce)(keys)).rejects.toThrow('killed');
  expect(await run()).toMatchObject({ looked: 1 });
  expect(await findings()).toEqual([]);
});

test('a token is refused by other code, by another table, and when it is none', async () => {
  await earlierTable();
  said.length = 0;
  await run();
  const resume = lastToken() ?? '';
  const later = { ...today, DEAL: { ...today.DEAL, definition: 99 } as Projection };
  await expect(backfill(later, { say: () => undefined, resume })).rejects.toThrow('other definitions');
  await expect(run({ resume: 'nonsense' })).rejects.toThrow('no token');
  await freshTable();
  await expect(run({ resume })).rejects.toThrow('table');
});

test('a record that cannot be settled is told, the rest is done, and the table does not count as brought up', async () => {
  await earlierTable();
  const { DEAL } = today as unknown as { DEAL: Projection };
  const broken: Projection = {
    ...DEAL,
    project(seen) {
      if (String(seen.record.name) === 'Deal 7') throw new Error('not understood');
      return DEAL.project(seen);
    },
  };
  said.length = 0;
  const outcome = await backfill({ ...today, DEAL: broken }, { say: (line) => said.push(line), rate: 1e6 });
  expect(outcome.failed).toBe(1);
  expect(said.filter((line) => line.startsWith('failed'))).toEqual([
    expect.stringContaining('not understood'),
  ]);
  expect(await readDefinitions()).toEqual({});
  expect(await run()).toMatchObject({ looked: 1, failed: 0 });
  expect(await findings()).toEqual([]);
});

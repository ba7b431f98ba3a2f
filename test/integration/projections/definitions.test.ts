import { beforeEach, expect, test } from 'vitest';
import type { Key, Projection, Projections } from '../../../shared/core/projection.ts';
import { dealProjection } from '../../../shared/deals/deal-projection.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { atOnce, findings } from '../../helpers/projections/findings.ts';
import { projections, writer } from '../../helpers/projections/world.ts';

beforeEach(useTable);

/** The deal's projection as a later release has it: its counters have other names. */
const laterDeals: Projection = {
  ...dealProjection,
  definition: dealProjection.definition + 1,
  project(seen) {
    const { entries, counters } = dealProjection.project(seen);
    const renamed = Object.entries(counters).map(([group, measures]) => [`${group}#LATER`, measures]);
    return { entries, counters: Object.fromEntries(renamed) };
  },
};
const later: Projections = { ...projections, DEAL: laterDeals };
const now = projector(projectionStore, projections, atOnce);
const afterwards = projector(projectionStore, later, atOnce);

async function deals(count: number) {
  const write = writer();
  const save = (n: number, stage: 'new' | 'proposal') =>
    write({ to: 'deal', n, stage, day: 1, amountCents: n });
  const keys: Key[] = [];
  for (let n = 0; n < count; n++) keys.push(...(await save(n, 'new')));
  expect((await now(keys)).failed).toEqual([]);
  return { keys, save };
}

test('a changed definition is backfilled while deals change, and then the table says what it says', async () => {
  const { keys, save } = await deals(120);
  const live = async () => {
    for (let n = 0; n < 30; n++) await afterwards(await save(n, 'proposal'));
  };
  const [backfill] = await Promise.all([afterwards(keys), live()]);
  expect(backfill.failed).toEqual([]);
  expect(await findings(later)).toEqual([]);
});

test('code of before touches nothing that newer code has projected, and says which records it left', async () => {
  const { keys, save } = await deals(3);
  await afterwards(keys);
  await save(0, 'proposal');
  const { failed } = await now(keys);
  expect(failed.map(({ key }) => key)).toEqual(keys);
  expect(String(failed[0]?.reason)).toContain('newer code');
  await afterwards(keys);
  expect(await findings(later)).toEqual([]);
});

test('a backfill that is killed between two transactions is finished by the next', async () => {
  const { keys } = await deals(120);
  let calls = 0;
  const dying = {
    ...projectionStore,
    transact: (items: Parameters<typeof projectionStore.transact>[0]) =>
      calls++ === 0 ? projectionStore.transact(items) : Promise.reject(new Error('killed')),
  };
  await expect(projector(dying, later, atOnce)(keys)).rejects.toThrow('killed');
  expect(await findings(later)).not.toEqual([]);
  await afterwards(keys);
  expect(await findings(later)).toEqual([]);
});

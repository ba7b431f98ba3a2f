import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/deals/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { defaultStages, type Stage } from '../../../shared/deals/pipeline.ts';
import { patchPipelineRoute } from '../../../shared/deals/pipeline-routes.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { noon, pipelineId } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import {
  deliver,
  dueEntries,
  idleTasks,
  published,
  sweep,
  useIdleWorld,
  waiting,
  workOff,
} from '../../helpers/idle-world.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(useIdleWorld);

const patch = (change: (stage: Stage) => Partial<Stage>) =>
  call(handler, patchPipelineRoute, {
    params: { pipelineId },
    body: { stages: defaultStages.map((stage) => ({ ...stage, ...change(stage) })) },
  });
const daysOf = (id: string, idleDays: number | undefined) => (stage: Stage) =>
  stage.id === id ? { idleDays } : {};
const dueAt = async () => (await dueEntries()).map(({ at }) => at);
async function makeDeals(count: number, stageId = 'new') {
  const ids = Array.from({ length: count }, () => newId('deal'));
  await Promise.all(ids.map((id) => keep(dealRecord, aDeal({ id, stageId }))));
  await settleAll();
}
const pipelineEvents = async () => (await published()).filter(({ type }) => type === 'pipeline.updated');

describe('a change of a stage’s idle days', () => {
  it('holds for the deals that stand in the stage, and leaves those of others', async () => {
    await makeDeals(2);
    await makeDeals(1, 'contacted');
    expect(await dueAt()).toEqual([3, 3, 7].map((n) => `2026-11-${16 + n}T09:00:00.000Z`));
    await patch(daysOf('new', 5));
    await deliver(await pipelineEvents());
    expect(waiting()).toBe(1);
    await workOff();
    expect(await dueAt()).toEqual([5, 5, 7].map((n) => `2026-11-${16 + n}T09:00:00.000Z`));
  });

  it('to fewer makes deals idle that were not, at the next sweep', async () => {
    await makeDeals(1);
    await patch(daysOf('new', 1));
    await deliver(await pipelineEvents());
    await workOff();
    await sweep('2026-11-17T09:00:00Z');
    expect(await idleTasks()).toHaveLength(1);
  });

  it('to none ends it', async () => {
    await makeDeals(1);
    await patch(daysOf('new', undefined));
    await deliver(await pipelineEvents());
    await workOff();
    expect(await dueAt()).toEqual([]);
  });

  it('is obeyed by a sweep even before the deals have been looked at', async () => {
    await makeDeals(1);
    await patch(daysOf('new', 30));
    await sweep(noon);
    expect(await idleTasks()).toEqual([]);
  });

  it('goes through a stage a page at a time, so that a kill loses no more than a page that comes again', async () => {
    await makeDeals(120);
    await patch(daysOf('new', 5));
    await deliver(await pipelineEvents());
    expect(await workOff()).toBe(2);
    expect(new Set(await dueAt())).toEqual(new Set(['2026-11-21T09:00:00.000Z']));
  });

  it('that comes again changes nothing', async () => {
    await makeDeals(1);
    await patch(daysOf('new', 5));
    for (let i = 0; i < 2; i++) {
      await deliver(await pipelineEvents());
      await workOff();
    }
    expect(await dueAt()).toEqual(['2026-11-21T09:00:00.000Z']);
  });
});

it('A change of a stage’s name asks for no look at its deals', async () => {
  await makeDeals(1);
  await patch(({ name }) => ({ name: `${name}!` }));
  await deliver(await pipelineEvents());
  expect(waiting()).toBe(0);
});

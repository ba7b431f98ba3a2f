import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/deals/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { type Deal, dealRecord } from '../../../shared/deals/deal.ts';
import { getBoardRoute, listDealsRoute } from '../../../shared/deals/deal-list-routes.ts';
import { moveDealRoute } from '../../../shared/deals/deal-routes.ts';
import { defaultStages, pipelineRecord } from '../../../shared/deals/pipeline.ts';
import {
  createPipelineRoute,
  getPipelineRoute,
  listPipelinesRoute,
  patchPipelineRoute,
} from '../../../shared/deals/pipeline-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { ben } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
/** A pipeline of each test's own: what a process keeps of one for 30 s is not that of another. */
let pipelineId = '';
beforeEach(async () => {
  await useTable();
  pipelineId = newId('pipeline');
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline({ id: pipelineId }));
});

const board = () => call(handler, getBoardRoute, { query: { pipelineId } });
const keepDeals = (count: number, over: Partial<Deal> = {}) =>
  Promise.all(
    Array.from({ length: count }, (_, i) => {
      const stageEnteredAt = new Date(Date.UTC(2026, 10, 1, 9, i)).toISOString();
      return keep(
        dealRecord,
        aDeal({ id: newId('deal'), name: `Deal ${i}`, pipelineId, stageEnteredAt, ...over }),
      );
    }),
  );
const requestsOf = ({ headers }: { headers: Record<string, string> }) =>
  Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);
const counts = async () => (await board()).body.stages.map(({ count }) => count);

describe('GET /v1/board', () => {
  it('costs a request a stage and one more, and shows counts, sums and the first 20 of each', async () => {
    await keepDeals(23, { amountCents: 100 });
    await keepDeals(2, { stageId: 'won', status: 'won', currency: 'CHF', amountCents: 300 });
    await settleAll();
    const answer = await board();
    expect(requestsOf(answer)).toBe(defaultStages.length + 1);
    const { stages } = answer.body;
    expect(stages.map(({ id, count }) => [id, count])).toEqual([
      ['new', 23],
      ['contacted', 0],
      ['proposal', 0],
      ['won', 2],
      ['lost', 0],
    ]);
    expect(stages[0]).toMatchObject({ name: 'New', sumCents: { EUR: 2300 }, weightedCents: { EUR: 230 } });
    expect(stages[3]).toMatchObject({ kind: 'won', sumCents: { CHF: 600 }, weightedCents: { CHF: 600 } });
    expect(stages[0]?.cards.map(({ name }) => name)).toEqual(
      Array.from({ length: 20 }, (_, i) => `Deal ${22 - i}`),
    );
    expect(stages[0]?.cards[0]).toMatchObject({ daysInStage: 21, idle: false });
  });

  it('links to the rest of a stage, which begins where the cards end', async () => {
    await keepDeals(23);
    await settleAll();
    const [first, second] = (await board()).body.stages;
    const query = Object.fromEntries(new URL(first?.more ?? '', 'https://api.test').searchParams);
    const rest = await call(handler, listDealsRoute, { query });
    expect(rest.body.items.map(({ name }) => name)).toEqual(['Deal 2', 'Deal 1', 'Deal 0']);
    expect(second?.more).toBeUndefined();
  });

  it('shows, counts and sums an owner’s deals alone, or nobody’s, and goes on with theirs', async () => {
    await keepDeals(22, { amountCents: 100 });
    await keepDeals(1, { amountCents: 700, ownerId: ben });
    await keepDeals(1, { amountCents: 50, ownerId: undefined });
    await settleAll();
    const boardOf = async (ownerId: string) => {
      const answer = await call(handler, getBoardRoute, { query: { pipelineId, ownerId } });
      expect(requestsOf(answer)).toBeLessThanOrEqual(defaultStages.length + 2);
      return answer.body.stages[0];
    };
    expect(await boardOf(ben)).toMatchObject({ count: 1, sumCents: { EUR: 700 }, cards: [{ ownerId: ben }] });
    expect(await boardOf('none')).toMatchObject({ count: 1, sumCents: { EUR: 50 } });
    const mine = await boardOf('me');
    expect(mine).toMatchObject({ count: 22, sumCents: { EUR: 2200 } });
    const query = Object.fromEntries(new URL(mine?.more ?? '', 'https://api.test').searchParams);
    const rest = await call(handler, listDealsRoute, { query });
    expect(rest.body.items.map(({ name }) => name)).toEqual(['Deal 1', 'Deal 0']);
  });

  it('counts each deal once when many move at once', async () => {
    const deals = await keepDeals(12);
    await settleAll();
    const stages = ['contacted', 'proposal', 'won'];
    await Promise.all(
      deals.map(({ id }, i) =>
        call(handler, moveDealRoute, { params: { dealId: id }, body: { stageId: stages[i % 3] } }),
      ),
    );
    await Promise.all([settleAll(), settleAll()]);
    expect(await counts()).toEqual([0, 4, 4, 4, 0]);
    expect((await board()).body.stages.map(({ cards }) => cards.length)).toEqual([0, 4, 4, 4, 0]);
  });

  it('is there for a pipeline that was made a moment ago, and not for one that was never', async () => {
    expect(await board()).toMatchObject({ status: 200, body: { pipelineId, name: 'Sales' } });
    pipelineId = newId('pipeline');
    expect(await board()).toMatchObject({ status: 404, body: { code: 'pipeline_not_found' } });
  });
});

describe('pipelines', () => {
  const patch = (body: object, more: Call = {}) =>
    call(handler, patchPipelineRoute, { params: { pipelineId }, body, ...more });
  const extra = { id: 'demo', name: 'Demo', kind: 'open', probability: 0.5, idleDays: 2, requiredFields: [] };
  const without = (id: string) => defaultStages.filter((stage) => stage.id !== id);

  it('are listed oldest first, with their stages', async () => {
    const stages = defaultStages;
    const { status, body } = await call(handler, createPipelineRoute, { body: { name: 'Partners', stages } });
    expect([status, body.name]).toEqual([201, 'Partners']);
    await settleAll();
    const list = await call(handler, listPipelinesRoute, {});
    expect(list.body.items.map(({ id }) => id)).toEqual([pipelineId, body.id]);
    expect(await call(handler, getPipelineRoute, { params: { pipelineId: body.id } })).toMatchObject({
      status: 200,
      body,
    });
  });

  it('have their stages renamed, reordered and added to, and the board follows', async () => {
    const stages = [extra, ...defaultStages.map((stage) => ({ ...stage, name: `${stage.name}!` }))];
    expect(await patch({ stages })).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    await settleAll();
    const { body } = await board();
    expect(body.stages.map(({ name }) => name)).toEqual([
      'Demo',
      'New!',
      'Contacted!',
      'Proposal!',
      'Won!',
      'Lost!',
    ]);
  });

  it('take a deal into a stage at once that was added a moment ago', async () => {
    const [deal] = await keepDeals(1);
    const move = (stageId: string) =>
      call(handler, moveDealRoute, { params: { dealId: deal?.id ?? '' }, body: { stageId } });
    await move('contacted'); // from here on the process keeps the pipeline for a time
    await patch({ stages: [extra, ...defaultStages] });
    expect(await move('demo')).toMatchObject({ status: 200, body: { stageId: 'demo' } });
  });

  it('keep a stage that has deals, and lose one that has none any more', async () => {
    const [deal] = await keepDeals(1, { stageId: 'contacted' });
    await settleAll();
    const refused = await patch({ stages: without('contacted') });
    expect(refused).toMatchObject({ status: 409, body: { code: 'stage_in_use' } });
    const asWon = defaultStages.map((stage) =>
      stage.id === 'contacted' ? { ...stage, kind: 'won' } : stage,
    );
    expect(await patch({ stages: asWon })).toMatchObject({ status: 409, body: { code: 'stage_in_use' } });
    await call(handler, moveDealRoute, { params: { dealId: deal?.id ?? '' }, body: { stageId: 'new' } });
    await settleAll();
    expect(await patch({ stages: without('contacted') })).toMatchObject({ status: 200 });
  });

  it('show the deals of a stage that went while they came', async () => {
    await keepDeals(2, { stageId: 'proposal' });
    await patch({ stages: without('proposal') });
    await settleAll();
    expect((await board()).body.stages.at(-1)).toMatchObject({ id: 'proposal', removed: true, count: 2 });
    const rest = await call(handler, listDealsRoute, { query: { pipelineId, stageId: 'proposal' } });
    expect(rest.body.items).toHaveLength(2);
  });

  it.each([
    ['no won stage', { stages: without('won') }, '/stages'],
    ['a stage id that is no word', { stages: [{ ...extra, id: 'A B' }, ...defaultStages] }, '/stages/0/id'],
    [
      'a probability over one',
      { stages: [{ ...extra, probability: 2 }, ...defaultStages] },
      '/stages/0/probability',
    ],
    [
      'a field that a stage cannot ask for',
      { stages: [{ ...extra, requiredFields: ['name'] }, ...defaultStages] },
      '/stages/0/requiredFields/0',
    ],
    [
      'nothing idle for half a day',
      { stages: [{ ...extra, idleDays: 0.5 }, ...defaultStages] },
      '/stages/0/idleDays',
    ],
  ])('refuse %s, and say where', async (_, body, pointer) => {
    expect(await patch(body)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ pointer }] },
    });
  });

  it('answer 412 to a change of what was not read last', async () => {
    await patch({ name: 'One' });
    const stale = await patch({ name: 'Two' }, { headers: { 'if-match': '"1"' } });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
  });
});

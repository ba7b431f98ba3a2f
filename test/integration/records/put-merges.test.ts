import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as companies } from '../../../functions/companies/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as deals } from '../../../functions/deals/api.ts';
import { handler as trash } from '../../../functions/records/api.ts';
import { companyRecordRoutes } from '../../../shared/companies/company-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { getContactRoute, upsertContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import {
  createDealRoute,
  deleteDealRoute,
  getDealRoute,
  moveDealRoute,
  upsertDealRoute,
} from '../../../shared/deals/deal-routes.ts';
import { defaultStages, pipelineRecord, type Stage } from '../../../shared/deals/pipeline.ts';
import { deletePipelineRoute, patchPipelineRoute } from '../../../shared/deals/pipeline-routes.ts';
import { restoreRecordRoute } from '../../../shared/records/trash-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { noon, pipelineId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { published } from '../../helpers/idle-world.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

const otherId = 'pl_01K0000000000000000000THER';
beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
  await keep(pipelineRecord, aPipeline({ id: otherId, name: 'Partners' }));
});

describe('a PUT by an address or a domain', () => {
  it('of several at once adds all that they bring', async () => {
    const put = (address: string) =>
      call(contacts, upsertContactRoute, {
        query: { matchBy: 'email' },
        body: { emails: [{ address: 'ada@engines.example' }, { address }] },
      });
    const { body } = await put('ada@home.example');
    const more = ['a', 'b', 'c', 'd'].map((name) => `${name}@engines.example`);
    const answers = await Promise.all(more.map(put));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body: ada } = await call(contacts, getContactRoute, { params: { contactId: String(body.id) } });
    const addresses = (ada as unknown as { emails: { address: string }[] }).emails.map(
      ({ address }) => address,
    );
    expect(addresses.sort()).toEqual([...more, 'ada@engines.example', 'ada@home.example'].sort());
  });

  it('leaves known what mail told of those that it has', async () => {
    const id = newId('contact');
    const bouncing = { address: 'ada@home.example', key: 'ada@home.example', bouncedAt: noon };
    await keep(contactRecord, aContact({ id, emails: [bouncing] }));
    const emails = [{ address: 'Ada+x@home.example' }, { address: 'ada@engines.example' }];
    const { status, body } = await call(contacts, upsertContactRoute, {
      query: { matchBy: 'email' },
      body: { emails },
    });
    expect(status).toBe(200);
    expect(body.emails).toEqual([
      { address: 'ada@home.example', bouncedAt: noon },
      { address: 'ada@engines.example' },
    ]);
  });

  it('of a company as well', async () => {
    const put = (domain: string) =>
      call(companies, companyRecordRoutes.upsert, {
        query: { matchBy: 'domain' },
        body: { name: 'Engines', domains: ['engines.example', domain] },
      });
    await put('engines.test');
    const more = ['a', 'b', 'c'].map((name) => `${name}.example`);
    await Promise.all(more.map(put));
    const { body } = await put('engines.test');
    expect((body as unknown as { domains: string[] }).domains.toSorted()).toEqual(
      [...more, 'engines.example', 'engines.test'].sort(),
    );
  });
});

const put = (body: object, more: Call = {}) =>
  call(deals, upsertDealRoute, {
    query: { matchBy: 'externalId' },
    body: { externalId: 'erp-1', name: 'Refit', amountCents: 100, ...body },
    ...more,
  });

describe('a PUT of a deal', () => {
  it('makes it where it stands, and moves it when it is put elsewhere, once', async () => {
    expect(await put({ pipelineId: otherId, stageId: 'contacted' })).toMatchObject({
      status: 201,
      body: { pipelineId: otherId, stageId: 'contacted' },
    });
    for (let times = 0; times < 2; times++)
      expect(await put({ pipelineId: otherId, stageId: 'proposal', name: 'Two' })).toMatchObject({
        status: 200,
        body: { stageId: 'proposal', name: 'Two', version: 2 },
      });
    const moves = (await published()).filter(({ type }) => type === 'deal.moved');
    expect(moves).toMatchObject([{ data: { fromStageId: 'contacted', toStageId: 'proposal' } }]);
  });

  it('closes it with its reason, and is refused where a move is', async () => {
    await put({});
    expect(await put({ stageId: 'lost' })).toMatchObject({
      status: 400,
      body: { code: 'lost_reason_missing' },
    });
    expect(await put({ stageId: 'lost', lostReason: 'Price' })).toMatchObject({ body: { status: 'lost' } });
    expect(await put({ stageId: 'new' })).toMatchObject({ status: 409, body: { code: 'deal_closed' } });
  });
});

const stages = (change: (stage: Stage) => Stage | undefined) =>
  defaultStages.flatMap((one) => change(one) ?? []);
describe('a deal that comes back', () => {
  async function trashed(stageId: string): Promise<string> {
    const { body } = await call(deals, createDealRoute, {
      body: { name: 'Refit', amountCents: 100, pipelineId: otherId },
    });
    const params = { dealId: body.id };
    if (stageId !== 'new') await call(deals, moveDealRoute, { params, body: { stageId } });
    await call(deals, deleteDealRoute, { params });
    await settleAll();
    return body.id;
  }
  const back = async (recordId: string) => {
    const { status } = await call(trash, restoreRecordRoute, { params: { recordId } });
    expect(status).toBe(200);
    return (await call(deals, getDealRoute, { params: { dealId: recordId } })).body;
  };
  const change = (body: object) => call(deals, patchPipelineRoute, { params: { pipelineId: otherId }, body });

  it('stands in the first stage of its kind where its own is no more, or of another kind', async () => {
    const [gone, turned] = [await trashed('contacted'), await trashed('proposal')];
    const now = stages((one) => {
      if (one.id === 'contacted') return undefined;
      return one.id === 'proposal' ? { ...one, kind: 'won' } : one;
    });
    expect(await change({ stages: now })).toMatchObject({ status: 200 });
    for (const id of [gone, turned])
      expect(await back(id)).toMatchObject({ pipelineId: otherId, stageId: 'new', status: 'open' });
  });

  it('stands in the default pipeline where its own is no more, won as it was', async () => {
    const id = await trashed('won');
    const removed = await call(deals, deletePipelineRoute, { params: { pipelineId: otherId } });
    expect(removed.status).toBe(204);
    expect(await back(id)).toMatchObject({ pipelineId, stageId: 'won', status: 'won' });
    await settleAll();
  });

  it('stands where it stood otherwise', async () => {
    expect(await back(await trashed('contacted'))).toMatchObject({
      pipelineId: otherId,
      stageId: 'contacted',
    });
  });
});

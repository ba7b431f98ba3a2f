import { beforeEach, describe, expect, it } from 'vitest';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler as companies } from '../../../functions/companies/api.ts';
import { handler as deals } from '../../../functions/deals/api.ts';
import { handler as links } from '../../../functions/links/api.ts';
import { handler as orders } from '../../../functions/orders/api.ts';
import { handler as search } from '../../../functions/search/api.ts';
import { handler as tasks } from '../../../functions/tasks/api.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { getActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { listActivityHistoryRoute } from '../../../shared/audit/history-routes.ts';
import { companyRecord } from '../../../shared/companies/company.ts';
import { companyRecordRoutes } from '../../../shared/companies/company-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { moveDealRoute, reopenDealRoute } from '../../../shared/deals/deal-routes.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { linkRecord } from '../../../shared/links/link.ts';
import { listLinksRoute } from '../../../shared/links/link-routes.ts';
import { orderRecordRoutes } from '../../../shared/orders/order-routes.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { productRecord } from '../../../shared/products/product.ts';
import { searchRoute } from '../../../shared/search/search-routes.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { completeTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aCompany } from '../../fixtures/company.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { ann, ben, contactId, monday, noon } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aTask } from '../../fixtures/task.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { putItem } from '../../helpers/put-item.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();
beforeEach(async () => {
  await keep(pipelineRecord, aPipeline());
});

const dealId = aDeal().id;
const base = { workspaceId: aDeal().workspaceId, version: 1, createdAt: monday, updatedAt: monday };
const forbidden = (pointer: string) => ({
  status: 403,
  body: { code: 'field_forbidden', errors: [{ pointer }] },
});

describe('a hidden field is not told by what stands beside it', () => {
  it('a price by the line that it would fill in', async () => {
    const product = { ...base, id: newId('product'), name: 'Pump', active: true, tags: [], custom: {} };
    const prices = [{ currency: 'EUR', amountCents: 4200 }];
    await keep(productRecord, productRecord.schema.parse({ ...product, prices }));
    const asRole = await keepRole({ product: { prices: 'hidden' } });
    const items = [{ productId: product.id }];
    const order = (more: object = {}) =>
      call(orders, orderRecordRoutes.create, {
        ...asRole,
        body: { contactId, currency: 'EUR', items, ...more },
      });
    expect(await order()).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/items/0/unitAmountCents', code: 'price_missing' }] },
    });
    expect((await order({ items: [{ productId: product.id, unitAmountCents: 4000 }] })).status).toBe(201);
  });

  it('a telephone number by the call that came from it, nor by the call’s history', async () => {
    const number = '+4930901820';
    const spoken = {
      from: number,
      to: '+4930123456',
      outcome: 'connected',
      durationSeconds: 60,
      externalId: 'pbx-1',
    };
    const { id } = await keep(activityRecord, anActivity({ call: spoken as never, subject: undefined }));
    const asRole = await keepRole({ contact: { phones: 'hidden' } });
    const { status, body } = await call(activities, getActivityRoute, {
      params: { activityId: id },
      ...asRole,
    });
    expect(status).toBe(200);
    expect(body.call).toEqual({ outcome: 'connected', externalId: 'pbx-1' });
    const history = await call(activities, listActivityHistoryRoute, {
      params: { activityId: id },
      ...asRole,
    });
    expect(history.status).toBe(200);
    expect(JSON.stringify(history.body)).not.toContain(number);
  });

  it('what a deal lacks by the stage that asks for it', async () => {
    const bare = await keep(dealRecord, aDeal({ id: newId('deal'), contactId, amountCents: undefined }));
    const move = (one: object) =>
      call(deals, moveDealRoute, { params: { dealId: bare.id }, body: { stageId: 'proposal' }, ...one });
    expect(await move({})).toMatchObject({
      status: 400,
      body: { code: 'stage_fields_missing', errors: [{ pointer: '/amountCents' }] },
    });
    const { status, body } = await move(await keepRole({ deal: { amountCents: 'hidden' } }));
    expect({ status, code: body.code, errors: body.errors }).toEqual({
      status: 400,
      code: 'stage_fields_missing',
      errors: [],
    });
    expect(JSON.stringify(body)).not.toContain('amountCents');
  });

  it('whose a domain is by the company that it was refused to', async () => {
    const { id } = await keep(companyRecord, aCompany({ id: newId('company'), domains: ['taken.example'] }));
    const create = (domain: string, one: object) =>
      call(companies, companyRecordRoutes.create, { body: { name: 'Other', domains: [domain] }, ...one });
    expect(await create('taken.example', {})).toMatchObject({ status: 409, body: { existingId: id } });
    const asRole = await keepRole(
      { company: { domains: 'readonly' } },
      {
        company: { read: 'all', create: 'all', edit: 'all', delete: 'all', export: 'all', unassigned: true },
      },
    );
    expect(await create('taken.example', asRole)).toMatchObject({ status: 403 });
  });
});

describe('a field that is read-only is not set by the operation beside it', () => {
  it('a task’s status by completing it', async () => {
    const { id } = await keep(taskRecord, aTask({ id: newId('task') }));
    const asRole = await keepRole({ task: { status: 'readonly' } });
    const params = { taskId: id };
    expect(await call(tasks, completeTaskRoute, { params, ...asRole })).toMatchObject(forbidden('/status'));
    expect((await call(tasks, completeTaskRoute, { params })).status).toBe(200);
  });

  it('a deal’s status by moving it into a stage that closes it, or by reopening it', async () => {
    const asRole = await keepRole({ deal: { status: 'readonly' } });
    const params = { dealId };
    const move = (stageId: string, one: object = asRole) =>
      call(deals, moveDealRoute, {
        params,
        body: { stageId, ...(stageId === 'lost' && { lostReason: 'Price' }) },
        ...one,
      });
    expect((await move('contacted')).status).toBe(200);
    expect(await move('lost')).toMatchObject(forbidden('/status'));
    expect((await move('lost', {})).status).toBe(200);
    const reopen = (one: object) => call(deals, reopenDealRoute, { params, body: {}, ...one });
    expect(await reopen(asRole)).toMatchObject(forbidden('/status'));
    expect((await reopen({})).status).toBe(200);
  });
});

describe('what is out of sight', () => {
  it('is no reason for a page of links to end early', async () => {
    const centre = await keep(contactRecord, aContact({ id: newId('contact'), emails: [], ownerId: ann }));
    const labels = ['refers', 'plans', 'pays', 'decides', 'asks', 'signs'];
    for (const [n, label] of labels.entries()) {
      const owner = n % 3 === 0 ? ann : ben;
      const other = await keep(contactRecord, aContact({ id: newId('contact'), emails: [], ownerId: owner }));
      await keep(linkRecord, { ...base, id: newId('link'), fromId: centre.id, toId: other.id, label });
    }
    await settleAll();
    const own = {
      read: 'own',
      create: 'own',
      edit: 'own',
      delete: 'own',
      export: 'own',
      unassigned: true,
    } as const;
    const asRole = await keepRole({}, { contact: own });
    const page = (limit: string) =>
      call(links, listLinksRoute, { query: { recordId: centre.id, limit }, ...asRole });
    const { body, headers } = await page('2');
    expect(body.items).toHaveLength(2);
    expect(body.cursor).toBeUndefined();
    expect(headers).not.toHaveProperty('x-request-cost');
    expect((await page('1')).body.cursor).toBeDefined();
  });

  it('is found by no search once it lies in the trash, even before the index has heard', async () => {
    const gone = aContact({ id: newId('contact'), emails: [], lastName: 'Vanishing' });
    await keep(contactRecord, gone);
    await settleAll();
    const find = async () => (await call(search, searchRoute, { query: { q: 'Vanishing' } })).body.items;
    expect(await find()).toHaveLength(1);
    const item = await getItem(recordKey(gone.workspaceId, 'contact', gone.id));
    await putItem({ ...(item as Item), deletedAt: noon });
    expect(await find()).toHaveLength(0);
  });
});

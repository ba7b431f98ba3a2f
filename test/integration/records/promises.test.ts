import { describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler } from '../../../functions/tickets/api.ts';
import { getContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { promiseRecordRoutes as routes } from '../../../shared/promises/promise-routes.ts';
import { promiseShape as shape } from '../../../shared/promises/promise-shape.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { ann, contactId, dealId, noon } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { itIsARecord } from '../../helpers/record-suite.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();

const given = { dealId, text: 'Somebody trains the crew', dueOn: '2026-12-18' };
const create = (body: object = {}) => call(handler, routes.create, { body: { ...given, ...body } });
const change = (id: string, body: object) =>
  call(handler, routes.change, { params: { promiseId: id }, body });
const listed = async (query: Record<string, string>) => {
  await settleAll();
  const { body } = await call(handler, routes.list, { query });
  return (body as { items: { text: string }[] }).items.map(({ text }) => text);
};

describe('a promise', () => {
  itIsARecord({ handler, shape, routes, body: () => given });

  it('is made by who makes it, to the deal’s contact, and stands on both', async () => {
    expect(await create({ text: 'one' })).toMatchObject({ status: 201, body: { ownerId: ann, contactId } });
    expect(await listed({ contactId })).toEqual(['one']);
    expect(await listed({ dealId })).toEqual(['one']);
  });

  it('stands on its contact’s page while it is open, without what is hidden, and not where whose it is is', async () => {
    await create({ text: 'later', dueOn: '2026-12-18', tags: ['crew'] });
    await create({ text: 'sooner', dueOn: '2026-12-01', tags: ['crew'] });
    await create({ text: 'kept', status: 'kept' });
    await settleAll();
    const shown = async (as: Call = {}) =>
      (await call(contacts, getContactRoute, { params: { contactId }, ...as })).body.promises;
    expect(await shown()).toMatchObject([
      { text: 'sooner', tags: ['crew'] },
      { text: 'later', tags: ['crew'] },
    ]);
    const untagged = await shown(await keepRole({ promise: { tags: 'hidden' } }));
    expect(untagged.map((one) => [one.text, one.tags])).toEqual([
      ['sooner', undefined],
      ['later', undefined],
    ]);
    expect(await shown(await keepRole({ promise: { contactId: 'hidden' } }))).toEqual([]);
  });

  it('is of a deal that one sees', async () => {
    const other = 'dl_01K00000000000000000000BEN';
    await keep(dealRecord, aDeal({ id: other, ownerId: 'us_01K00000000000000000000BEN' }));
    const unknown = { status: 400, body: { code: 'reference_unknown', errors: [{ pointer: '/dealId' }] } };
    const asRep = { role: 'rep', body: { ...given, dealId: other } } as const;
    expect(await call(handler, routes.create, asRep)).toMatchObject(unknown);
    expect(await create({ dealId: 'dl_01K00000000000000000000000' })).toMatchObject(unknown);
  });

  it('keeps when it was kept or broken; open again it was neither', async () => {
    const { body: made } = await create();
    expect(await change(String(made.id), { status: 'kept' })).toMatchObject({ body: { keptAt: noon } });
    const broken = await change(String(made.id), { status: 'broken' });
    expect(broken).toMatchObject({ body: { brokenAt: noon } });
    expect(broken.body).not.toHaveProperty('keptAt');
    const open = await change(String(made.id), { status: 'open' });
    expect(open.body).not.toHaveProperty('brokenAt');
  });

  it('is listed by when it is due, what is overdue first and what is over last', async () => {
    await create({ text: 'kept', dueOn: '2026-01-01', status: 'kept' });
    await create({ text: 'soon', dueOn: '2026-12-01' });
    await create({ text: 'overdue', dueOn: '2026-11-01' });
    expect(await listed({ sort: 'due' })).toEqual(['overdue', 'soon', 'kept']);
    expect(await listed({ status: 'open' })).toEqual(['overdue', 'soon']);
  });
});

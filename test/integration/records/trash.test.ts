import { SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as companies } from '../../../functions/companies/api.ts';
import { purgeDue } from '../../../functions/due/reasons/purge.ts';
import { handler } from '../../../functions/records/api.ts';
import { companyRecordRoutes as company } from '../../../shared/companies/company-routes.ts';
import { dueEntry } from '../../../shared/core/due.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import {
  listTrashRoute,
  purgeRecordRoute,
  restoreRecordRoute,
} from '../../../shared/records/trash-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { acme, ann, ben, noon } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(() => {
  useSecret();
  process.env.KEYS_QUEUE_URL = 'https://sqs.eu-west-1.amazonaws.com/1/keys';
  mockClient(SQSClient).onAnyCommand().resolves({});
});
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  for (const id of [ann, ben]) await keep(userRecord, aUser({ id, email: `${id}@acme.example` }));
});

const days = (n: number) => new Date(Date.parse(noon) + n * 86_400_000).toISOString();
const make = async (body: object, more: Call = {}) =>
  (await call(companies, company.create, { body: { name: 'Engines', ...body }, ...more })).body as {
    id: string;
  };
const patch = (id: string, body: object) =>
  call(companies, company.change, { params: { companyId: id }, body });
const read = (id: string) => call(companies, company.read, { params: { companyId: id } });
const remove = (id: string, more: Call = {}) =>
  call(companies, company.remove, { params: { companyId: id }, ...more });
const restore = (id: string, more: Call = {}) =>
  call(handler, restoreRecordRoute, { params: { recordId: id }, ...more });
const purge = (id: string, more: Call = {}) =>
  call(handler, purgeRecordRoute, { params: { recordId: id }, ...more });
const list = async (more: Call = {}) => {
  const answer = await call(handler, listTrashRoute, { ...more, query: { type: 'company', ...more.query } });
  return answer.body as { items: { id: string }[]; cursor?: string };
};
const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
/** What the sweep does of it at a moment. */
const sweep = (id: string, now: string) =>
  purgeDue(dueEntry(now, 'purge', acme, 'company', id) as never, now);
const itemsAbout = async (id: string) =>
  (await Array.fromAsync(readAll())).filter(({ pk, sk }) => `${pk} ${sk}`.includes(id));

describe('the trash', () => {
  it('lists what was deleted, newest first and page by page, with the days that are left', async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3]) {
      const { id } = await make({});
      await remove(id, { now: days(n) });
      ids.push(id);
    }
    await settleAll();
    expect(idsOf(await list())).toEqual(ids.toReversed());
    const first = await list({ query: { limit: '2' } });
    expect(first.items[0]).toMatchObject({ type: 'company', deletedAt: days(3), purgeAt: days(33) });
    const second = await list({ query: { limit: '2', cursor: first.cursor ?? '' } });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids.toReversed());
  });

  it('gives a record back as it was, once, with its unique values', async () => {
    const { id } = await make({ domains: ['engines.example'], externalId: 'x-1', tags: ['fair'] });
    const before = (await read(id)).body;
    await remove(id);
    const restored = await restore(id);
    expect(restored).toMatchObject({ status: 200, headers: { etag: '"3"' } });
    // By one clock that stands still each change is a millisecond behind the last.
    expect(restored.body).toEqual({ ...before, version: 3, updatedAt: noon.replace('.000Z', '.002Z') });
    expect(await restore(id)).toMatchObject({ status: 404, body: { code: 'not_in_trash' } });
    await settleAll();
    expect((await list()).items).toEqual([]);
    expect(await make({ domains: ['engines.example'] })).toMatchObject({
      code: 'domain_taken',
      existingId: id,
    });
  });

  it('answers 409 and who has it where a unique value was taken, and stays until it is free', async () => {
    const { id } = await make({ domains: ['engines.example'] });
    await remove(id);
    const other = await make({ domains: ['engines.example'] });
    expect(await restore(id)).toMatchObject({
      status: 409,
      body: { code: 'domain_taken', existingId: other.id, errors: [{ pointer: '/domains' }] },
    });
    await patch(other.id, { domains: [] });
    expect(await restore(id)).toMatchObject({ status: 200, body: { domains: ['engines.example'] } });
  });

  it('answers a restore that is sent again with its Idempotency-Key as the first', async () => {
    const { id } = await make({});
    await remove(id);
    const headers = { 'idempotency-key': 'once' };
    const [first, second] = [await restore(id, { headers }), await restore(id, { headers })];
    expect(second).toMatchObject({ status: 200, body: first.body });
  });

  it('keeps what nobody asked for until its 30 days are over, then nobody has it back', async () => {
    const { id } = await make({});
    await remove(id);
    await sweep(id, days(29));
    expect(await restore(id, { now: days(30) })).toMatchObject({ status: 404 });
    expect(await restore(id, { now: days(29.9) })).toMatchObject({ status: 200 });
  });

  it('is ended for one record: out of sight at once, gone with the next sweep, but for a change without values', async () => {
    const { id } = await make({ name: 'Secret Engines', domains: ['engines.example'] });
    await patch(id, { name: 'More Secret Engines' });
    await remove(id);
    await settleAll();
    expect(await purge(id)).toMatchObject({ status: 204 });
    expect((await list()).items).toEqual([]);
    for (const again of [await purge(id), await restore(id)])
      expect(again).toMatchObject({ status: 404, body: { code: 'not_in_trash' } });
    await settleAll();
    expect((await itemsAbout(id)).some(({ reason, at }) => reason === 'purge' && at === noon)).toBe(true);
    await sweep(id, noon);
    await settleAll();
    const left = await itemsAbout(id);
    expect(left.map(({ type }) => type).filter(Boolean)).toEqual(['change']);
    expect(JSON.stringify(left)).not.toMatch(/Secret|engines\.example/);
    const [change] = left.filter(({ type }) => type === 'change');
    expect(change).toMatchObject({ kind: 'deleted', recordVersion: 5, events: [{ type: 'company.purged' }] });
    await sweep(id, noon); // once more does nothing
  });

  it('tells others of a deletion, a restoring and a purge, and of nothing in between', async () => {
    const { id } = await make({});
    await remove(id);
    await restore(id);
    await remove(id);
    await purge(id);
    const told = (await itemsAbout(id)).flatMap(({ type, recordVersion, events }) =>
      type === 'change'
        ? [{ recordVersion, types: (events as { type: string }[]).map((one) => one.type) }]
        : [],
    );
    told.sort((a, b) => Number(a.recordVersion) - Number(b.recordVersion));
    expect(told.map(({ types }) => types)).toEqual([
      ['company.created'],
      ['company.deleted'],
      ['company.restored'],
      ['company.deleted'],
      [],
    ]);
  });

  it('takes a purged company out of the companies that stand below it, deleted ones too', async () => {
    const top = await make({});
    const [below, trashed] = [await make({ parentId: top.id }), await make({ parentId: top.id })];
    await remove(trashed.id);
    await remove(top.id);
    await settleAll();
    expect(await read(below.id)).toMatchObject({ body: { parentId: top.id } });
    await purge(top.id);
    await sweep(top.id, noon);
    expect((await read(below.id)).body).not.toHaveProperty('parentId');
    expect((await restore(trashed.id)).body).not.toHaveProperty('parentId');
  });

  it('gives no company back into a circle that was closed while it was away', async () => {
    const top = await make({});
    const middle = await make({ parentId: top.id });
    const low = await make({ parentId: middle.id });
    await remove(middle.id);
    expect(await patch(top.id, { parentId: low.id })).toMatchObject({ body: { code: 'company_cycle' } });
    expect(await restore(middle.id)).toMatchObject({ status: 200 });
  });

  it('shows and gives back to whom the roles say: out of sight 404, in sight and not theirs 403', async () => {
    const [own, bens] = [await make({ ownerId: ann }), await make({ ownerId: ben })];
    for (const { id } of [own, bens]) await remove(id);
    await settleAll();
    const viewer = { role: 'readonly' } as const;
    expect(await restore(own.id, viewer)).toMatchObject({
      status: 403,
      body: { code: 'permission_missing' },
    });
    const manager = { role: 'manager' } as const;
    expect(idsOf(await list(manager)).toSorted()).toEqual([own.id, bens.id].toSorted());
    for (const refused of [await restore(bens.id, manager), await purge(bens.id, manager)])
      expect(refused).toMatchObject({ status: 403, body: { code: 'record_out_of_reach' } });
    expect(await restore(own.id, manager)).toMatchObject({ status: 200 });
    expect(await restore(bens.id, { workspaceId: 'ws_01K0000000000000000000000Z' })).toMatchObject({
      status: 404,
    });
  });
});

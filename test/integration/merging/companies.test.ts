import { describe, expect, it } from 'vitest';
import { handler as companies } from '../../../functions/companies/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as filesApi } from '../../../functions/files/api.ts';
import { handler as tasksApi } from '../../../functions/tasks/api.ts';
import {
  companyMergeRoutes,
  companyRecordRoutes as routes,
} from '../../../shared/companies/company-routes.ts';
import { createContactRoute, listContactsRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { fileRecord } from '../../../shared/files/file.ts';
import { getFileRoute, listFilesRoute } from '../../../shared/files/file-routes.ts';
import { createTaskRoute, listTasksRoute } from '../../../shared/tasks/task-routes.ts';
import { acme, ben, monday } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();

const firm = async (body: object): Promise<string> => {
  const made = await call(companies, routes.create, { body: { name: 'Engines', ...body } });
  expect(made.status).toBe(201);
  return String(made.body.id);
};
const merge = (companyId: string, ids: string[], body: object = {}, more: Call = {}) =>
  call(companies, companyMergeRoutes.merge, { params: { companyId }, body: { ids, ...body }, ...more });
const apart = (companyId: string, id: string) =>
  call(companies, companyMergeRoutes.unmerge, { params: { companyId }, body: { id } });
const read = (companyId: string) => call(companies, routes.read, { params: { companyId } });

describe('merging companies', () => {
  it('joins domains, takes an amount with its currency, and gives all of it back', async () => {
    const a = await firm({ domains: ['a.example'] });
    const b = await firm({
      domains: ['b.example'],
      annualRevenueCents: 100,
      currency: 'USD',
      externalId: 'erp-7',
    });
    const c = await firm({ annualRevenueCents: 300, currency: 'CHF' });
    const before = [(await read(a)).body, (await read(b)).body];
    expect((await merge(a, [b, c])).body).toMatchObject({
      domains: ['a.example', 'b.example'],
      annualRevenueCents: 100,
      currency: 'USD',
      externalId: 'erp-7',
      mergedIds: [b, c],
    });
    expect(await read(b)).toMatchObject({ status: 301, headers: { location: `/v1/companies/${a}` } });
    const upserted = await call(companies, routes.upsert, {
      query: { matchBy: 'domain' },
      body: { domains: ['b.example'], industry: 'Mills' },
    });
    expect(upserted).toMatchObject({ status: 200, body: { id: a } });
    expect((await apart(a, b)).body.survivor).toMatchObject({
      annualRevenueCents: 300,
      currency: 'CHF',
      industry: 'Mills',
    });
    await apart(a, c);
    const { industry: _, ...now } = (await read(a)).body as Record<string, unknown>;
    const plain = ({ version: _v, updatedAt: _u, ...rest }: Record<string, unknown>) => rest;
    expect(plain(now)).toEqual(plain(before[0] as never));
    expect(plain((await read(b)).body)).toEqual(plain(before[1] as never));
  });

  it('lists what names either: people, tasks and files, which who reads the one that stays may read', async () => {
    const [a, b] = [await firm({ ownerId: ben }), await firm({})];
    for (const companyId of [a, b]) {
      await call(contacts, createContactRoute, { body: { firstName: 'P', companyId } });
      await call(tasksApi, createTaskRoute, { body: { title: 'T', dueOn: '2026-01-01', companyId } });
    }
    const fileId = newId('file', monday);
    const base = { id: fileId, workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
    await keep(fileRecord, {
      ...base,
      recordId: b,
      recordKind: 'company',
      name: 'x.pdf',
      kind: 'other',
      versions: [{ number: 1, status: 'ready', size: 1, startedAt: monday, by: { kind: 'user', id: ben } }],
    } as never);
    await merge(a, [b]);
    await settleAll();
    for (const companyId of [a, b]) {
      const people = await call(contacts, listContactsRoute, { query: { companyId } });
      expect(people.body.items).toHaveLength(2);
      expect((await call(tasksApi, listTasksRoute, { query: { companyId } })).body.items).toHaveLength(2);
      const files = await call(filesApi, listFilesRoute, { query: { recordId: companyId } });
      expect(files.body.items?.map(({ id }) => id)).toEqual([fileId]);
    }
    expect(
      (await call(filesApi, getFileRoute, { params: { fileId }, role: 'rep', userId: ben })).status,
    ).toBe(200);
    const named = await call(contacts, createContactRoute, { body: { firstName: 'N', companyId: b } });
    expect(named).toMatchObject({ status: 201, body: { companyId: a } });
  });

  it('lets none stand below itself: not by a merge, not by an old id, not by taking apart', async () => {
    const top = await firm({});
    const middle = await firm({ parentId: top });
    const low = await firm({ parentId: middle });
    expect(await merge(low, [top])).toMatchObject({ status: 400, body: { code: 'company_cycle' } });
    expect(await merge(middle, [top])).toMatchObject({ status: 400, body: { code: 'company_cycle' } });
    expect((await merge(middle, [top], { values: { parentId: top } })).status).toBe(200);
    const patched = (companyId: string, parentId: string) =>
      call(companies, routes.change, { params: { companyId }, body: { parentId } });
    expect(await patched(middle, low)).toMatchObject({ status: 400, body: { code: 'company_cycle' } });
    expect(await patched(low, top)).toMatchObject({ status: 200, body: { parentId: middle } });
    expect((await apart(middle, top)).body.survivor).toMatchObject({ parentId: top });
    expect((await read(low)).body).toMatchObject({ parentId: middle });
  });
});

import { beforeAll, beforeEach, expect, it } from 'vitest';
import { handler } from '../../../functions/tasks/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { type Task, taskRecord } from '../../../shared/tasks/task.ts';
import { listTasksRoute, searchTasksRoute } from '../../../shared/tasks/task-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { ann, ben, companyId, contactId, noon } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

const at = (minutes: number) => new Date(Date.parse(noon) + minutes * 60_000).toISOString();
const make = (title: string, n: number, over: Partial<Task> = {}) =>
  keep(
    taskRecord,
    aTask({ id: newId('task'), title, createdAt: at(n), updatedAt: at(n), ownerId: ann, ...over }),
  );

beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(contactRecord, aContact());
  await make('late', 1, { dueOn: '2026-11-01', tags: ['Call'], externalId: 'erp-1' });
  await make('soon', 2, { dueOn: '2026-12-01', tags: ['call'], ownerId: ben });
  await make('some day', 3, { companyId, dueOn: undefined });
  await make('nobody’s', 4, { ownerId: undefined, dueOn: '2026-11-20', contactId });
  await make('done', 5, { status: 'done', completedAt: at(9), dueOn: '2026-12-24', tags: ['call'] });
  await settleAll();
});

const titles = async (query: Record<string, string> = {}, more: Call = {}) =>
  (await call(handler, listTasksRoute, { query, ...more })).body.items.map(({ title }) => title);
const filter = (condition: object) => ({ filter: JSON.stringify(condition) });

it('is mine, open, as it is worked off, where nothing is said; everybody’s where one asks for any', async () => {
  expect(await titles()).toEqual(['late', 'some day']);
  expect(await titles({ ownerId: 'any' })).toEqual(['late', 'nobody’s', 'soon', 'some day']);
  expect(await titles({ ownerId: 'any', direction: 'desc', limit: '2' })).toEqual(['some day', 'soon']);
  expect(await titles({ status: 'done' })).toEqual(['done']);
  expect(await titles({ ownerId: 'any', status: 'any', sort: 'created' })).toEqual([
    'done',
    'nobody’s',
    'some day',
    'soon',
    'late',
  ]);
});

it('is a record’s by its id', async () => {
  expect(await titles({ companyId })).toEqual(['some day']);
  expect(await titles({ contactId })).toEqual(['nobody’s']);
  expect(await call(handler, listTasksRoute, { query: { companyId, tag: 'call' } })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '?/dealId' }] },
  });
});

it('is chosen among all by a tag, a filter, an external id', async () => {
  expect(await titles({ tag: 'CALL' })).toEqual(['late', 'soon', 'done']);
  expect(await titles({ tag: 'call', status: 'open' })).toEqual(['late', 'soon']);
  expect(await titles({ tag: 'call', ownerId: 'me', sort: 'created' })).toEqual(['done', 'late']);
  expect(await titles(filter({ dueOn: { $before: 'today' } }))).toEqual(['late', 'nobody’s']);
  expect(await titles({ ...filter({ tags: 'call' }), status: 'open' })).toEqual(['late', 'soon']);
  expect(await titles(filter({ status: 'done' }))).toEqual(['done']);
  expect(await titles({ externalId: 'erp-1' })).toEqual(['late']);
});

it('shows a rep what is theirs, their team’s and nobody’s', async () => {
  const rep: Call = { role: 'rep', userId: ben };
  expect(await titles({ ownerId: 'any' }, rep)).toEqual(['nobody’s', 'soon']);
  expect(await titles({ tag: 'call' }, rep)).toEqual(['soon']);
});

it('can be asked for by a body, however long the condition; what is wrong is told where it stands there', async () => {
  const long = { title: { $in: Array.from({ length: 90 }, (_, n) => `${'a long title '.repeat(8)}${n}`) } };
  const body = { filter: { $or: [long, { title: 'soon' }] }, limit: 10, status: 'open' };
  const found = await call(handler, searchTasksRoute, { body });
  expect(found.body.items.map(({ title }) => title)).toEqual(['soon']);
  const wrong = await call(handler, searchTasksRoute, { body: { filter: { shoes: 3 } } });
  expect(wrong.body).toMatchObject({ code: 'condition_invalid', errors: [{ pointer: '/filter/shoes' }] });
});

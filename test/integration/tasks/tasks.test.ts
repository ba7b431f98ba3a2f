import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/tasks/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import {
  completeTaskRoute,
  createTaskRoute,
  getTaskRoute,
  listTasksRoute,
  patchTaskRoute,
  reopenTaskRoute,
} from '../../../shared/tasks/task-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { ann, ben, contactId, dealId, noon } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(contactRecord, aContact());
  await keep(dealRecord, aDeal());
  await keep(userRecord, aUser());
  await keep(userRecord, aUser({ id: ben, name: 'Ben', email: 'ben@acme.test' }));
});

const create = (body: object, more: Call = {}) =>
  call(handler, createTaskRoute, { body: { title: 'Call', ...body }, ...more });
const read = (taskId: string) => call(handler, getTaskRoute, { params: { taskId } });
const patch = (taskId: string, body: object, more: Call = {}) =>
  call(handler, patchTaskRoute, { params: { taskId }, body, ...more });
const complete = (taskId: string, more: Call = {}) =>
  call(handler, completeTaskRoute, { params: { taskId }, ...more });
const reopen = (taskId: string) => call(handler, reopenTaskRoute, { params: { taskId } });
const list = (query: Record<string, string> = {}, more: Call = {}) =>
  call(handler, listTasksRoute, { query, ...more });
const titles = async (query: Record<string, string> = {}, more: Call = {}) =>
  (await list(query, more)).body.items.map(({ title }) => title);
const mine = (title: string, dueOn?: string) => create({ title, dueOn, ownerId: ann });
const later = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000).toISOString();

describe('POST /v1/tasks', () => {
  it('answers 201 with an open task', async () => {
    const given = { title: 'Offer', note: 'n', dueOn: '2026-12-01', ownerId: ben, contactId, dealId };
    const answer = await create(given);
    expect(answer).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    expect(answer.body).toMatchObject({ ...given, status: 'open', origin: 'person' });
    expect((await read(answer.body.id)).body).toEqual(answer.body);
  });

  it.each([
    ['ownerId', () => newId('user')],
    ['contactId', () => newId('contact')],
    ['dealId', () => newId('deal')],
  ])('answers 400 for a %s that is not there', async (field, id) => {
    expect(await create({ [field]: id() })).toMatchObject({
      status: 400,
      body: { code: 'reference_unknown', errors: [{ pointer: `/${field}` }] },
    });
  });

  it('answers 400 to a status by hand and to a day that is none', async () => {
    expect((await create({ status: 'done' })).status).toBe(400);
    for (const dueOn of ['2026-02-30', '0000-01-01', '9999-12-31'])
      expect(await create({ dueOn })).toMatchObject({
        body: { errors: [{ pointer: '/dueOn' }] },
      });
  });
});

describe('completing and reopening', () => {
  it('makes one next task of a series, however often it is said to be done', async () => {
    const { body } = await create({ dueOn: '2026-11-23', repeats: 'FREQ=WEEKLY', ownerId: ann });
    const answers = await Promise.all(Array.from({ length: 5 }, () => complete(body.id)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    await settleAll();
    const { items } = (await list()).body;
    expect(items).toMatchObject([{ title: 'Call', dueOn: '2026-11-30', repeatsFrom: '2026-11-23' }]);
  });

  it('makes no second one where the first is reopened and done again', async () => {
    const { body } = await create({ dueOn: '2026-11-23', repeats: 'FREQ=WEEKLY', ownerId: ann });
    const first = await complete(body.id);
    await reopen(body.id);
    expect((await complete(body.id)).body).toMatchObject({
      status: 'done',
      followedBy: first.body.followedBy,
    });
    await settleAll();
    expect((await list()).body.items.map(({ id }) => id)).toEqual([first.body.followedBy]);
  });

  it('is done once: again answers the same and makes no version', async () => {
    const { body } = await mine('a');
    const first = await complete(body.id, { now: later(1) });
    const second = await complete(body.id, { now: later(9), headers: { 'if-match': '"1"' } });
    expect(first).toMatchObject({ status: 200, body: { status: 'done', completedAt: later(1), version: 2 } });
    expect(second).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: first.body });
  });

  it('is one completion of many at once', async () => {
    const { body } = await mine('a');
    const answers = await Promise.all(Array.from({ length: 6 }, () => complete(body.id)));
    expect(answers.map((one) => [one.status, one.body.version])).toEqual(answers.map(() => [200, 2]));
  });

  it('reopens a done task, and leaves an open one as it is', async () => {
    const { body } = await mine('a');
    expect((await reopen(body.id)).body).toMatchObject({ status: 'open', version: 1 });
    await complete(body.id);
    const answer = await reopen(body.id);
    expect(answer.body).toMatchObject({ status: 'open', version: 3 });
    expect(answer.body).not.toHaveProperty('completedAt');
  });

  it('answers 412 to an older version and 404 to what is not there', async () => {
    const { body } = await mine('a');
    expect((await complete(body.id, { headers: { 'if-match': '"9"' } })).status).toBe(412);
    expect((await complete(newId('task'))).status).toBe(404);
  });
});

describe('PATCH /v1/tasks/{taskId}', () => {
  it('changes what is given and clears what is null', async () => {
    const { body } = await create({ ownerId: ann, dueOn: '2026-12-01', note: 'n' });
    const answer = await patch(body.id, { dueOn: '2026-12-02', note: null });
    expect(answer.body).toMatchObject({ dueOn: '2026-12-02', ownerId: ann, version: 2 });
    expect(answer.body).not.toHaveProperty('note');
  });

  it('answers 412 to an older version, 400 to a status and to an owner who is not there', async () => {
    const { body } = await mine('a');
    expect((await patch(body.id, { title: 'b' }, { headers: { 'if-match': '"9"' } })).status).toBe(412);
    expect((await patch(body.id, { status: 'done' })).status).toBe(400);
    expect(await patch(body.id, { ownerId: newId('user') })).toMatchObject({
      body: { code: 'reference_unknown' },
    });
  });

  it('makes no version of a patch that changes nothing', async () => {
    const { body } = await mine('a');
    expect(await patch(body.id, { title: 'a' })).toMatchObject({ status: 200, body: { version: 1 } });
  });

  it('never loses one of many patches at once', async () => {
    const { body } = await mine('a');
    await Promise.all([
      patch(body.id, { title: 'b' }),
      patch(body.id, { note: 'n' }),
      patch(body.id, { dueOn: '2026-12-01' }),
    ]);
    expect((await read(body.id)).body).toMatchObject({
      title: 'b',
      note: 'n',
      dueOn: '2026-12-01',
      version: 4,
    });
  });
});

describe('GET /v1/tasks', () => {
  it('TASK-2: mine, open, by due date: overdue first, those without a date last', async () => {
    await mine('none');
    await mine('later', '2027-01-01');
    await mine('overdue', '2026-01-01');
    await mine('today', '2026-11-22');
    await create({ title: 'Ben’s', ownerId: ben });
    await create({ title: 'nobody’s' });
    await settleAll();
    expect(await titles()).toEqual(['overdue', 'today', 'later', 'none']);
    expect(await titles({}, { userId: ben })).toEqual(['Ben’s']);
    expect(await titles({ ownerId: ben })).toEqual(['Ben’s']);
    expect(await titles({ ownerId: 'none' })).toEqual(['nobody’s']);
  });

  it('TASK-3, TASK-4: a deal’s and a contact’s', async () => {
    await create({ title: 'deal', dealId });
    await create({ title: 'both', dealId, contactId, dueOn: '2026-01-01' });
    await settleAll();
    expect(await titles({ dealId })).toEqual(['both', 'deal']);
    expect(await titles({ contactId })).toEqual(['both']);
  });

  it('gives done ones newest first', async () => {
    const made = [await mine('a'), await mine('b'), await mine('c')];
    for (const [i, { body }] of made.entries()) if (i !== 1) await complete(body.id, { now: later(i) });
    await settleAll();
    expect(await titles({ status: 'done' })).toEqual(['c', 'a']);
    expect(await titles()).toEqual(['b']);
  });

  it('shows no task as open that was done, or as mine that was given away, a moment ago', async () => {
    const [done, given] = [await mine('done'), await mine('given')];
    await mine('stays');
    await settleAll();
    await complete(done.body.id);
    await patch(given.body.id, { ownerId: ben });
    expect(await titles()).toEqual(['stays']);
  });

  it('follows a task to its new owner and date', async () => {
    const { body } = await mine('a', '2026-12-01');
    await create({ title: 'b', ownerId: ben, dueOn: '2026-12-05' });
    await settleAll();
    await patch(body.id, { ownerId: ben, dueOn: '2026-12-09' });
    await settleAll();
    expect(await titles()).toEqual([]);
    expect(await titles({ ownerId: ben })).toEqual(['b', 'a']);
  });

  it('pages by cursor in one Query and one BatchGet, and a cursor is of its list alone', async () => {
    for (let i = 1; i <= 5; i++) await mine(`t${i}`, `2026-12-0${i}`);
    await settleAll();
    const first = await list({ limit: '2' });
    expect(first.headers['rapport-capacity']).toMatch(/^requests=2;/);
    const cursor = first.body.cursor ?? '';
    expect(await titles({ limit: '3', cursor })).toEqual(['t3', 't4', 't5']);
    const others: Record<string, string>[] = [{ ownerId: ben }, { status: 'done' }, { dealId }];
    for (const other of others)
      expect(await list({ ...other, cursor })).toMatchObject({
        status: 400,
        body: { code: 'cursor_invalid' },
      });
  });

  it('answers 400 to two questions at once', async () => {
    expect((await list({ dealId, contactId })).status).toBe(400);
  });
});

import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as deals } from '../../../functions/deals/api.ts';
import { handler } from '../../../functions/records/api.ts';
import { handler as search } from '../../../functions/search/api.ts';
import { handler as tasks } from '../../../functions/tasks/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { getBoardRoute } from '../../../shared/deals/deal-list-routes.ts';
import { db } from '../../../shared/platform/dynamo.ts';
import {
  createSampleDataRoute,
  deleteSampleDataRoute,
  getSampleDataRoute,
} from '../../../shared/sample/sample-routes.ts';
import { searchRoute } from '../../../shared/search/search-routes.ts';
import { createTask, taskRecord } from '../../../shared/tasks/task.ts';
import { deleteTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { aContact } from '../../fixtures/contact.ts';
import { globex, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { settle, sweep, useIdleWorld } from '../../helpers/idle-world.ts';
import { keep } from '../../helpers/keep.ts';
import { notifications, tellAll } from '../../helpers/notified.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(useIdleWorld);
afterEach(() => {
  vi.restoreAllMocks();
});

const make = () => call(handler, createSampleDataRoute);
const remove = () => call(handler, deleteSampleDataRoute);
const state = async () => (await call(handler, getSampleDataRoute)).body;
const items = () => Array.fromAsync(readAll());
const isSampleRecord = ({ externalId }: Item) => String(externalId).startsWith('sample:');
const records = async () => (await items()).filter(isSampleRecord);
const whole = { company: 5, contact: 12, deal: 8, task: 10, activity: 8, order: 2 };
const counted = async () => {
  const kinds = (await records()).map(({ sk }) => sk.toLowerCase());
  return Object.fromEntries(
    Object.keys(whole).map((kind) => [kind, kinds.filter((one) => one === kind).length]),
  );
};
const later = (ms: number) => new Date(Date.parse(noon) + ms).toISOString();

/** The process dies before its nth transaction, counted from one. */
function dieBefore(nth: number): void {
  const send = db.send.bind(db) as (command: unknown) => Promise<unknown>;
  let count = 0;
  vi.spyOn(db, 'send').mockImplementation(((command: unknown) => {
    if (command instanceof TransactWriteCommand && ++count >= nth) throw new Error('killed');
    return send(command);
  }) as never);
}

describe('sample data', () => {
  it('is made with one call, in few requests, and stands wherever records do', async () => {
    expect(await state()).toEqual({ exists: false, complete: false, made: expect.anything() });
    const answer = await make();
    expect(answer).toMatchObject({ status: 200, body: { exists: true, complete: true, made: whole } });
    const requests = Number(/requests=(\d+)/.exec(answer.headers['rapport-capacity'] ?? '')?.[1]);
    expect(requests).toBeLessThan(60);
    expect(await counted()).toEqual(whole);
    await settle();
    const board = await call(deals, getBoardRoute, { query: { ownerId: 'me' } });
    expect(board.body.stages.map(({ id, count }) => [id, count])).toEqual([
      ['new', 2],
      ['contacted', 2],
      ['proposal', 2],
      ['won', 1],
      ['lost', 1],
    ]);
    const cards = board.body.stages.flatMap((stage) => stage.cards);
    expect(cards.filter(({ overdueSince }) => overdueSince)).toHaveLength(2);
    expect(cards.filter(({ companyId, lastActivity }) => companyId && lastActivity).length).toBeGreaterThan(
      5,
    );
    const found = await call(search, searchRoute, { query: { q: 'hartmann' } });
    expect(found.body.items.length).toBeGreaterThan(1);
  });

  it('is marked, and its addresses and numbers are nobody’s', async () => {
    await make();
    const made = await records();
    expect(made.every(({ sk, tags }) => sk === 'ACTIVITY' || (tags as string[])[0] === 'sample')).toBe(true);
    const ofAll = (field: string, part: string) =>
      made.flatMap((item) => ((item[field] ?? []) as Record<string, string>[]).map((one) => one[part]));
    for (const address of ofAll('emails', 'address')) expect(address).toMatch(/\.example\.com$/);
    for (const number of ofAll('phones', 'number')) expect(number).toMatch(/^\+44207946/);
  });

  it('is made once, however often it is asked for and at once', async () => {
    const answers = await Promise.all([make(), make(), make()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await make();
    expect(await counted()).toEqual(whole);
  });

  it.each([1, 2, 3, 4, 5])('is completed where its making died before transaction %i', async (nth) => {
    dieBefore(nth);
    expect((await make()).status).toBe(500);
    vi.restoreAllMocks();
    expect((await state()).complete).toBe(false);
    expect((await make()).body).toMatchObject({ complete: true, made: whole });
    expect(await counted()).toEqual(whole);
  });

  it('is not made again where somebody has deleted some of it, but after all of it was removed', async () => {
    await make();
    const task = (await records()).find(({ sk }) => sk === 'TASK');
    const params = { taskId: String(task?.id) };
    expect((await call(tasks, deleteTaskRoute, { params })).status).toBe(204);
    await make();
    expect((await records()).filter(({ deletedAt }) => !deletedAt)).toHaveLength(44);
    await remove();
    expect((await make()).body).toMatchObject({ complete: true, made: whole });
  });

  it('is told to no webhook: its changes are quiet', async () => {
    await make();
    await remove();
    const changes = (await items()).filter(({ type, of }) => type === 'change' && of !== 'workspace');
    const about = changes.filter(({ quiet }) => quiet === true);
    expect(about.length).toBeGreaterThanOrEqual(2 * 45);
  });

  it('is there without addresses where somebody has one of them', async () => {
    const address = 'lena.hartmann@hartmannjoinery.example.com';
    await keep(contactRecord, aContact({ id: newId('contact'), emails: [{ address, key: address }] }));
    expect((await make()).body).toMatchObject({ complete: true, made: whole });
    const contacts = (await records()).filter(({ sk }) => sk === 'CONTACT');
    expect(contacts.every(({ emails }) => (emails as []).length === 0)).toBe(true);
  });
});

describe('sample data that is removed', () => {
  it('is gone at once, and for good with the next sweep; what people made stays', async () => {
    await make();
    await settle();
    const contact = (await records()).find(({ sk }) => sk === 'CONTACT');
    const own = createTask({ title: 'Mine', contactId: String(contact?.id) }, aContext()).after;
    await keep(taskRecord, own);
    await settle();
    expect((await remove()).status).toBe(204);
    await settle();
    expect((await records()).filter(({ deletedAt }) => !deletedAt)).toEqual([]);
    expect(await state()).toMatchObject({ exists: false });
    for (const minute of [1, 2, 3]) {
      await sweep(later(minute * 60_000));
      await settle();
    }
    expect(await records()).toEqual([]);
    const task = (await items()).find(({ sk, title }) => sk === 'TASK' && title === 'Mine');
    expect(task).toMatchObject({ id: own.id });
    expect(task).not.toHaveProperty('contactId');
  });

  it.each([1, 2, 3, 4])(
    'goes wholly where its removal died before transaction %i and is asked for again',
    async (nth) => {
      await make();
      dieBefore(nth);
      expect((await remove()).status).toBe(500);
      vi.restoreAllMocks();
      expect((await state()).exists).toBe(true);
      expect((await remove()).status).toBe(204);
      expect((await records()).filter(({ purgeAt }) => !purgeAt)).toEqual([]);
      expect((await remove()).status).toBe(204);
    },
  );

  it('takes along the tasks that idleness made of its deals, and of those nobody is mailed', async () => {
    await make();
    await settle();
    await sweep(later(20 * 86_400_000));
    await settle();
    const idle = (await items()).filter(({ sk, origin }) => sk === 'TASK' && origin === 'idle_deal');
    expect(idle.length).toBeGreaterThan(0);
    const data = { dealId: String(idle[0]?.dealId), taskId: String(idle[0]?.id) };
    await tellAll([{ type: 'deal.idle_task_made', data }]);
    expect(await notifications()).toEqual([]);
    expect((await items()).filter(({ sk }) => sk === 'MESSAGE')).toEqual([]);
    await remove();
    const left = (await items()).filter(({ sk, origin }) => sk === 'TASK' && origin === 'idle_deal');
    expect(left.every(({ purgeAt }) => purgeAt)).toBe(true);
  });

  it('of another workspace stays', async () => {
    await make();
    await call(handler, deleteSampleDataRoute, { workspaceId: globex });
    expect(await counted()).toEqual(whole);
  });
});

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contactTouchDue } from '../../../functions/due/reasons/contact-touch.ts';
import { handler } from '../../../functions/reports/api.ts';
import { teamRecord } from '../../../shared/access/team.ts';
import { type Activity, activityRecord } from '../../../shared/activities/activity.ts';
import { touchDefinition, touchOf, touchSk } from '../../../shared/contacts/contact-touch.ts';
import { touchContact } from '../../../shared/contacts/contact-touch-store.ts';
import { DueEntry } from '../../../shared/core/due.ts';
import { newId } from '../../../shared/core/ids.ts';
import { recordKey } from '../../../shared/core/record.ts';
import type { Route } from '../../../shared/core/route.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { contributionKey } from '../../../shared/platform/contribution-item.ts';
import { getItem, updateItem } from '../../../shared/platform/dynamo.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { projections } from '../../../shared/projections/registry.ts';
import {
  getActivityReportRoute,
  getResponseReportRoute,
} from '../../../shared/reports/activity-report-routes.ts';
import { getQualityReportRoute } from '../../../shared/reports/customer-report-routes.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { ann, ben, monday, noon } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { type Call, call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { deliverAll } from '../../helpers/merge-world.ts';
import { useSecret } from '../../helpers/secret.ts';
import { begin, makeContact, placedIn } from './bought-world.ts';

beforeAll(useSecret);
beforeEach(begin);

const period = { from: '2025-01', to: '2026-11' };
const rights = (read: 'own' | 'team' | 'none', unassigned = false) =>
  ({ read, create: read, edit: read, delete: read, export: read, unassigned }) as const;
const ask = async <R extends Route>(route: R, one: Call = {}, query: object = {}) =>
  (await call(handler, route, { ...one, query: { ...period, ...query } as Record<string, string> })).body;

const log = (contactId: string, over: Partial<Activity>) =>
  keep(activityRecord, anActivity({ id: newId('activity'), contactId, at: placedIn(3), ...over }));
const mail = { threadId: 'th_1', from: 'a@b.example', to: [], attachments: [] };

/** Ann called twice and Ben once with a contact of each; both were written by mail, and Ann has done a task. */
async function twoSellers(): Promise<void> {
  const [hers, his] = [
    await makeContact({ ownerId: ann, leadSource: 'Fair' }),
    await makeContact({ ownerId: ben }),
  ];
  const box = { kind: 'mail', id: 'in_1' };
  for (const contactId of [hers, his])
    await log(contactId, { kind: 'email', direction: 'inbound', by: box, mail, at: placedIn(2) });
  for (const contactId of [hers, his]) await log(contactId, { direction: 'outbound' });
  await log(his, { direction: 'outbound', by: { kind: 'user', id: ben } });
  const done = { status: 'done' as const, completedAt: placedIn(3) };
  await keep(taskRecord, aTask({ id: newId('task'), ownerId: ann, ...done }));
  await deliverAll();
}
const aTeam = async (memberIds: string[]) => {
  const id = newId('team', monday);
  const base = { workspaceId: 'x', version: 1, createdAt: monday, updatedAt: monday };
  const { workspaceId } = anActivity();
  await keep(teamRecord, { ...base, workspaceId, id, name: 'North', managerIds: [], memberIds } as never);
  await settleAll();
  return id;
};

describe('the report of what was done', () => {
  it('tells who reads not every contact of themselves alone, and of nothing that nobody did', async () => {
    await twoSellers();
    const seller = {
      ...(await keepRole({}, { contact: rights('own', true), task: rights('own', true) })),
      userId: ben,
    };
    const sees = await ask(getActivityReportRoute, seller, { splitBy: 'owner' });
    expect(sees.rows).toMatchObject([{ value: ben, activities: 1, callsOutbound: 1, tasksDone: 0 }]);
    expect(sees.whole).toMatchObject({ activities: 1, mailsInbound: 0 });
    for (const ownerId of [ann, 'none'])
      expect((await ask(getActivityReportRoute, seller, { ownerId })).whole).toMatchObject({ activities: 0 });
    expect((await ask(getActivityReportRoute, seller, { splitBy: 'team' })).code).toBe(
      'dimension_out_of_reach',
    );
    const all = await ask(getActivityReportRoute, {}, { splitBy: 'owner' });
    expect(all.whole).toMatchObject({ activities: 5, calls: 3, mailsInbound: 2, tasksDone: 1 });
    expect(all.rows?.map(({ value, activities }) => [value, activities])).toEqual([
      [ann, 2],
      [null, 2],
      [ben, 1],
    ]);
  });

  it('says nothing of tasks that one may not read, rather than that there are none', async () => {
    await twoSellers();
    const asked = { role: 'marketing', userId: ben } as const;
    const { whole, rows, months } = await ask(getActivityReportRoute, asked, { splitBy: 'owner' });
    expect(whole).toMatchObject({ activities: 5, calls: 3 });
    expect(rows?.map(({ value, tasksDone }) => [value, tasksDone])).toEqual([
      [ann, undefined],
      [null, undefined],
      [ben, 0],
    ]);
    expect(JSON.stringify([whole, months])).not.toContain('tasksDone');
  });

  it('tells who works in a team of its members', async () => {
    await twoSellers();
    await aTeam([ann, ben]);
    const mate = { ...(await keepRole({}, { contact: rights('team') })), userId: ben };
    const { whole } = await ask(getActivityReportRoute, mate);
    expect(whole).toMatchObject({ activities: 3, mailsInbound: 0 });
  });

  it('counts for a team what its members did, also before they were in it', async () => {
    await twoSellers();
    const teamId = await aTeam([ann]);
    const { rows } = await ask(getActivityReportRoute, {}, { splitBy: 'team' });
    expect(rows).toMatchObject([
      { value: teamId, activities: 2, tasksDone: 1 },
      { value: null, activities: 3, tasksDone: 0 },
    ]);
  });

  it('says nothing of tasks to who may not read them', async () => {
    await twoSellers();
    const blind = await keepRole({}, { task: rights('none') });
    expect((await ask(getActivityReportRoute, blind)).whole).not.toHaveProperty('tasksDone');
  });

  it('counts what is planned when it has happened', async () => {
    const contactId = await makeContact({});
    const { workspaceId, id } = await log(contactId, { kind: 'meeting', at: '2199-01-01T08:00:00.000Z' });
    await settleAll();
    const due = (await Array.fromAsync(readAll())).filter(({ reason }) => reason === 'activity');
    expect(due).toMatchObject([{ at: '2199-01-01T08:00:00.000Z', of: 'activity', id }]);
    const meetings = async () => {
      const query = { from: '2198-12', to: '2199-02' };
      return (await ask(getActivityReportRoute, {}, query)).whole.meetings;
    };
    expect(await meetings()).toBe(0);
    const later = projector(projectionStore, projections, { now: () => new Date('2199-01-01T08:01:00Z') });
    await later([recordKey(workspaceId, 'activity', id)]);
    expect(await meetings()).toBe(1);
  });
});

describe('the report of how soon people were answered', () => {
  it('counts those of whom an older reckoning said less, once the projector has listed what was said anew', async () => {
    const contactId = await makeContact({});
    const form = { kind: 'form_submission', by: { kind: 'form', id: 'fm_1' } } as const;
    const { workspaceId, id } = await log(contactId, { ...form, at: placedIn(2) });
    await deliverAll();
    const key = { ...recordKey(workspaceId, 'contact', contactId), sk: touchSk };
    const known = touchOf(await getItem(key));
    expect(known).toMatchObject({ answer: { month: '2025-03' }, definition: touchDefinition });
    const older = { ...known, ...key, definition: 1, answer: undefined, version: 7 };
    await commit([{ action: { Put: { Item: JSON.parse(JSON.stringify(older)) } } }]);
    await updateItem(contributionKey(recordKey(workspaceId, 'activity', id)), {
      UpdateExpression: 'SET #definition = :older',
      ExpressionAttributeNames: { '#definition': 'definition' },
      ExpressionAttributeValues: { ':older': 7 },
    });
    expect(await touchContact(workspaceId, contactId, noon)).toEqual([
      recordKey(workspaceId, 'activity', id),
    ]);
    expect(touchOf(await getItem(key))).not.toHaveProperty('answer');
    await settleAll();
    const asked = async () => (await ask(getResponseReportRoute)).whole.asked;
    expect(await asked()).toBe(0);
    const [due] = (await Array.fromAsync(readAll())).filter(({ reason }) => reason === 'contact_touch');
    await contactTouchDue(DueEntry.parse(due), noon);
    await settleAll();
    expect(await asked()).toBe(1);
  });

  it('is of the contacts in reach, and split by no source that is hidden', async () => {
    await twoSellers();
    const seller = { ...(await keepRole({}, { contact: rights('own') })), userId: ben };
    expect((await ask(getResponseReportRoute, seller)).whole).toMatchObject({ asked: 1, answered: 1 });
    const { rows, before } = await ask(getResponseReportRoute, {}, { splitBy: 'source', compare: 'before' });
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual(expect.objectContaining({ value: 'fair', asked: 1 }));
    expect(before?.whole).toMatchObject({ asked: 0 });
    const blind = await keepRole({ contact: { source: 'hidden' } });
    expect((await ask(getResponseReportRoute, blind, { splitBy: 'source' })).code).toBe('field_forbidden');
  });
});

describe('the report of how much is known', () => {
  it('leaves out what tells of a hidden field, and says what the data check finds in contacts in reach', async () => {
    await makeContact({ ownerId: ann, emails: [{ address: 'ada@gmial.com' }], firstName: 'Ada' });
    await makeContact({ ownerId: ben, leadSource: 'Fair' });
    await settleAll();
    const all = await ask(getQualityReportRoute, {}, { from: '2026-11', to: '2026-11' });
    expect(all.whole).toMatchObject({
      contacts: 2,
      withEmail: 1,
      emailRate: 0.5,
      withOwner: 2,
      withSource: 1,
    });
    expect(all.checks).toContainEqual({ check: 'mistyped', found: 1, share: 0.5 });
    const blind = await keepRole({ contact: { emails: 'hidden', leadSource: 'hidden' } });
    const seen = await ask(getQualityReportRoute, blind);
    expect(JSON.stringify(seen)).not.toMatch(/mail|ource|mistyped|unreachable/);
    const seller = { ...(await keepRole({}, { contact: rights('own') })), userId: ben };
    expect(await ask(getQualityReportRoute, seller)).toMatchObject({ whole: { contacts: 1, withEmail: 0 } });
    const { headers } = await call(handler, getQualityReportRoute, { query: { splitBy: 'source' } });
    expect(headers['rapport-capacity']).toContain('requests=3');
  });
});

it('what was done costs three requests, how soon people were answered two, with the period before too; by team four', async () => {
  await twoSellers();
  const cost = async (route: Route, query: object) => {
    const { headers } = await call(handler, route, { query: query as Record<string, string> });
    return Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);
  };
  const compare = 'before';
  expect(await cost(getActivityReportRoute, { splitBy: 'owner', compare })).toBe(3);
  expect(await cost(getActivityReportRoute, { splitBy: 'team', compare })).toBe(4);
  expect(await cost(getResponseReportRoute, { splitBy: 'owner' })).toBe(2);
  expect(await cost(getResponseReportRoute, { splitBy: 'owner', compare })).toBe(2);
});

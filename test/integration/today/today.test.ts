import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as sweep } from '../../../functions/due/sweep.ts';
import { handler } from '../../../functions/tasks/api.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { touchContact } from '../../../shared/contacts/contact-touch-store.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { getTodayRoute } from '../../../shared/today/today-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, noon } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aTask } from '../../fixtures/task.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(async () => {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
});

const today = (query: Record<string, string> = {}, more: Call = {}) =>
  call(handler, getTodayRoute, { query, ...more });
const person = (n: number, over: object) =>
  aContact({
    id: newId('contact'),
    ownerId: ann,
    emails: [{ address: `p${n}@x.example`, key: `p${n}@x.example` }],
    ...over,
  });
const codes = (lines: { reason: { code: string } }[]) => lines.map(({ reason }) => reason.code);
const at = (minutes: number) => new Date(Date.parse(noon) + minutes * 60_000).toISOString();
const day = (days: number) => new Date(Date.parse(noon) + days * 86_400_000).toISOString().slice(0, 10);

describe('GET /v1/today', () => {
  it('says whom to call, what closes and whose birthday it is, each with its reason, in at most eight requests', async () => {
    await keep(taskRecord, aTask({ id: newId('task'), dueOn: day(-2) }));
    await keep(taskRecord, aTask({ id: newId('task'), dueOn: day(3) }));
    await keep(contactRecord, person(1, { score: 85 }));
    await keep(contactRecord, person(2, { birthday: `1980-${day(2).slice(5)}` }));
    const soon = { id: newId('deal'), expectedCloseOn: day(5) };
    await keep(dealRecord, aDeal(soon));
    await keep(dealRecord, aDeal({ id: newId('deal'), expectedCloseOn: day(30) }));
    await settleAll();
    const { status, body, headers } = await today();
    expect(status).toBe(200);
    expect(codes(body.callToday)).toEqual(['task_overdue', 'hot_lead_untouched']);
    expect(body.closingSoon).toMatchObject([{ record: { id: soon.id }, reason: { days: 5 } }]);
    expect(codes(body.birthdays)).toEqual(['birthday']);
    const requests = Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);
    expect(requests).toBeLessThanOrEqual(8);
  });

  it('has a hot lead no more once one of ours has called', async () => {
    const lead = person(1, { score: 90 });
    await keep(contactRecord, lead);
    await settleAll();
    expect(codes((await today()).body.callToday)).toEqual(['hot_lead_untouched']);
    const call1 = { id: newId('activity'), contactId: lead.id, direction: 'outbound' as const };
    await keep(activityRecord, anActivity({ ...call1, at: noon }));
    await settleAll();
    await touchContact(acme, lead.id, noon);
    await settleAll();
    expect((await today()).body.callToday).toEqual([]);
  });

  it('has them no more however much they have looked at since, and once a planned meeting has been', async () => {
    const [called, met] = [person(1, { score: 90 }), person(2, { score: 80 })];
    for (const lead of [called, met]) await keep(contactRecord, lead);
    const spoke = { id: newId('activity'), contactId: called.id, direction: 'outbound' as const };
    await keep(activityRecord, anActivity({ ...spoke, at: noon }));
    const views = Array.from({ length: 60 }, (_, n) => ({
      ...{ id: newId('activity'), contactId: called.id, kind: 'page_view' as const },
      at: at(n + 1),
    }));
    for (const view of views) await keep(activityRecord, anActivity(view));
    const planned = { id: newId('activity'), contactId: met.id, kind: 'meeting' as const, at: at(120) };
    await keep(activityRecord, anActivity(planned));
    await settleAll();
    for (const { id } of [called, met]) await touchContact(acme, id, at(90));
    await settleAll();
    const leads = async () => (await today()).body.callToday.map(({ record }) => record.id);
    expect(await leads()).toEqual([met.id]);

    await sweep({ time: at(121) }, { getRemainingTimeInMillis: () => 60_000 });
    await settleAll();
    expect(await leads()).toEqual([]);
    const due = (await Array.fromAsync(readAll())).filter(({ reason }) => reason === 'contact_touch');
    expect(due).toEqual([]);
  });

  it('is each one’s own, and of others only for who may read theirs', async () => {
    await keep(contactRecord, person(1, { score: 85, ownerId: ben }));
    await settleAll();
    expect((await today()).body.callToday).toEqual([]);
    expect(codes((await today({ ownerId: ben })).body.callToday)).toEqual(['hot_lead_untouched']);
    expect((await today({ ownerId: ben }, { role: 'rep' })).body.callToday).toEqual([]);
  });

  it('has nothing that lies in the trash or is another workspace’s', async () => {
    await keep(contactRecord, person(1, { score: 85, deletedAt: noon }));
    await settleAll();
    expect((await today()).body.callToday).toEqual([]);
    const elsewhere = { workspaceId: newId('workspace') };
    await keep(
      workspaceRecord,
      aWorkspace({ id: elsewhere.workspaceId, workspaceId: elsewhere.workspaceId }),
    );
    await keep(contactRecord, person(2, { score: 85 }));
    await settleAll();
    expect((await today({}, elsewhere)).body.callToday).toEqual([]);
  });
});

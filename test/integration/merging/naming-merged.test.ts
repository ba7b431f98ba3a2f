import { describe, expect, it } from 'vitest';
import { handler as activitiesApi } from '../../../functions/activities/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as dealsApi } from '../../../functions/deals/api.ts';
import { handler as linksApi } from '../../../functions/links/api.ts';
import { handler as ordersApi } from '../../../functions/orders/api.ts';
import { handler as tasksApi } from '../../../functions/tasks/api.ts';
import { getActivityRoute, listActivitiesRoute } from '../../../shared/activities/activity-routes.ts';
import { listContactTimelineRoute } from '../../../shared/contacts/contact-routes.ts';
import { listContactDealsRoute } from '../../../shared/deals/deal-list-routes.ts';
import { createDealRoute } from '../../../shared/deals/deal-routes.ts';
import { createLinkRoute, listLinksRoute } from '../../../shared/links/link-routes.ts';
import { orderRecordRoutes } from '../../../shared/orders/order-routes.ts';
import { createTaskRoute, listTasksRoute } from '../../../shared/tasks/task-routes.ts';
import { ben, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import {
  activitiesIn,
  aMergeWorld,
  aPerson,
  deliverAll,
  mergePersons,
  minuteAt,
  note,
  readPerson,
} from '../../helpers/merge-world.ts';

aMergeWorld();

const later = (seconds: number) => ({ now: new Date(Date.parse(noon) + seconds * 1000).toISOString() });
type Page = { body: { items?: unknown; cursor?: unknown } };
/** The ids of all pages of a list. */
async function walk(one: (query: Record<string, string>) => Promise<Page>, limit = 2): Promise<string[]> {
  const { body } = await one({ limit: String(limit) });
  const ids = (body.items as { id: string }[]).map(({ id }) => id);
  for (let after = body.cursor; typeof after === 'string'; ) {
    const next = await one({ limit: String(limit), cursor: after });
    ids.push(...(next.body.items as { id: string }[]).map(({ id }) => id));
    after = next.body.cursor;
  }
  return ids;
}
const eleven = async () => {
  const people: string[] = [];
  for (let n = 0; n <= 10; n++) people.push(await aPerson({ firstName: `P${n}` }));
  return people as [string, string, string, ...string[]];
};

describe('what names a merged contact', () => {
  it('stands on the timeline of the one that stays, in order and page by page, whatever page begins where', async () => {
    const people = await eleven();
    const [a, ...others] = people;
    const logged: string[] = [];
    for (let n = 0; n < 33; n++) logged.unshift(await note(people[n % 11] ?? '', minuteAt(n)));
    await settleAll();
    const before = await call(contacts, listContactTimelineRoute, {
      params: { contactId: a },
      query: { limit: '1' },
    });
    await mergePersons(a, others, {}, later(100));
    await settleAll();
    const page = await readPerson(a);
    expect(page.body.timeline?.items).toHaveLength(20);
    const rest = await walk(
      (query) =>
        call(contacts, listContactTimelineRoute, {
          params: { contactId: a },
          query: { cursor: String(page.body.timeline?.cursor), ...query },
        }),
      7,
    );
    const all = [...(page.body.timeline?.items ?? []).map(({ id }) => id), ...rest];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((id) => logged.includes(id))).toEqual(logged);
    const listed = (query: Record<string, string>) =>
      call(activitiesApi, listActivitiesRoute, { query: { ...query, contactId: a } });
    expect(await walk(listed)).toEqual(logged);
    const byOld = await call(activitiesApi, listActivitiesRoute, { query: { contactId: others[3] ?? '' } });
    expect(byOld.body.items?.[0]?.id).toBe(logged[0]);
    // A cursor of before the merge goes on where it stood.
    const query = { cursor: String(before.body.cursor), limit: '100' };
    const on = await call(contacts, listContactTimelineRoute, { params: { contactId: a }, query });
    expect(on.status).toBe(200);
    expect(activitiesIn(on.body as never)).toEqual(
      logged.filter((id) => !activitiesIn(before.body as never).includes(id)),
    );
  });

  it('is in its lists: deals, tasks, orders, promises of purchases, links', async () => {
    const [a, b, c] = await eleven();
    const dealIds: string[] = [];
    for (const [n, contactId] of [a, b, c].entries()) {
      const body = { name: `D${n}`, contactId };
      dealIds.unshift(String((await call(dealsApi, createDealRoute, { body, ...later(n) })).body.id));
    }
    for (const [n, contactId] of [b, a, c].entries())
      await call(tasksApi, createTaskRoute, {
        body: { title: `T${n}`, dueOn: `2026-02-0${n + 1}`, contactId },
      });
    for (const [n, contactId] of [a, b].entries())
      await call(ordersApi, orderRecordRoutes.create, {
        body: { contactId, amountCents: 100, currency: 'EUR', placedAt: minuteAt(n) },
      });
    const friend = await aPerson({ firstName: 'Friend' });
    for (const fromId of [a, b, c])
      await call(linksApi, createLinkRoute, { body: { fromId, toId: friend, label: 'partner' } });
    await call(linksApi, createLinkRoute, { body: { fromId: a, toId: b, label: 'related' } });
    await mergePersons(a, [b, c], {}, later(100));
    await deliverAll();
    expect((await readPerson(a)).body.purchases).toEqual({
      orderCount: 2,
      orderTotalCents: { EUR: 200 },
      firstOrderAt: minuteAt(0),
      lastOrderAt: minuteAt(1),
    });
    expect(
      await walk((query) => call(dealsApi, listContactDealsRoute, { params: { contactId: a }, query })),
    ).toEqual(dealIds);
    for (const contactId of [a, c]) {
      const tasks = await call(tasksApi, listTasksRoute, { query: { contactId } });
      expect(tasks.body.items?.map(({ title }) => title)).toEqual(['T0', 'T1', 'T2']);
      const orders = await call(ordersApi, orderRecordRoutes.list, { query: { contactId } });
      expect(orders.body.items?.map((one) => one.contactId)).toEqual([b, a]);
    }
    const linked = async (recordId: string) =>
      (await call(linksApi, listLinksRoute, { query: { recordId } })).body.items?.map(
        ({ record }) => record.id,
      );
    expect(await linked(a)).toEqual([friend]);
    expect(new Set(await linked(friend))).toEqual(new Set([a]));
  });

  it('is in sight of who reads the one that stays, and of nobody else', async () => {
    const mine = { role: 'rep', userId: ben } as const;
    const a = await aPerson({ firstName: 'A', ownerId: ben });
    const owned = await aPerson({ firstName: 'B', emails: [{ address: 'b@b.example' }] });
    const logged = await note(owned, minuteAt(1));
    await mergePersons(a, [owned]);
    await settleAll();
    expect(
      (await call(activitiesApi, getActivityRoute, { params: { activityId: logged }, ...mine })).status,
    ).toBe(200);
    expect((await readPerson(owned, mine)).status).toBe(301);
    const other = { role: 'rep', userId: 'us_01K0000000000000000000CARL' } as const;
    expect((await readPerson(owned, other)).status).toBe(404);
    expect(
      (await call(activitiesApi, getActivityRoute, { params: { activityId: logged }, ...other })).status,
    ).toBe(404);
  });
});

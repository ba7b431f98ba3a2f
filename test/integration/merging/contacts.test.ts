import { beforeEach, describe, expect, it } from 'vitest';
import { handler as activitiesApi } from '../../../functions/activities/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as dealsApi } from '../../../functions/deals/api.ts';
import { handler as linksApi } from '../../../functions/links/api.ts';
import { handler as ordersApi } from '../../../functions/orders/api.ts';
import { handler as search } from '../../../functions/search/api.ts';
import { handler as tasksApi } from '../../../functions/tasks/api.ts';
import { getActivityRoute, listActivitiesRoute } from '../../../shared/activities/activity-routes.ts';
import {
  deleteContactRoute,
  listContactsRoute,
  listContactTimelineRoute,
  patchContactRoute,
  upsertContactRoute,
} from '../../../shared/contacts/contact-routes.ts';
import { findContactByEmail } from '../../../shared/contacts/contact-store.ts';
import { canonical } from '../../../shared/core/canonical.ts';
import { whole } from '../../../shared/core/scope.ts';
import { listContactDealsRoute } from '../../../shared/deals/deal-list-routes.ts';
import { createDealRoute } from '../../../shared/deals/deal-routes.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { createLinkRoute, listLinksRoute } from '../../../shared/links/link-routes.ts';
import { orderRecordRoutes } from '../../../shared/orders/order-routes.ts';
import { searchRoute } from '../../../shared/search/search-routes.ts';
import { createTaskRoute, listTasksRoute } from '../../../shared/tasks/task-routes.ts';
import { acme, ben, noon } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import {
  aPerson,
  deliverAll,
  mergePersons,
  note,
  previewPersons,
  readPerson,
  unmergePerson,
} from '../../helpers/merge-world.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();
beforeEach(async () => {
  await keep(pipelineRecord, aPipeline());
});

const folding = { plusTag: true, gmailDots: true };
const at = (minute: number) => `2026-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
const later = (seconds: number) => ({ now: new Date(Date.parse(noon) + seconds * 1000).toISOString() });
const ada = {
  firstName: 'Ada',
  emails: [{ address: 'ada@home.example' }],
  phones: [{ number: '+4930901820' }],
  tags: ['fair', 'vip'],
  consents: { newsletter: { status: 'granted' }, calls: { status: 'granted' } },
  custom: { budget: 1 },
  externalId: 'erp-1',
};
const lovelace = {
  firstName: 'Augusta',
  lastName: 'Lovelace',
  emails: [{ address: 'lovelace@work.example' }],
  phones: [{ number: '+4930901820' }, { number: '+4930901821' }],
  jobTitle: 'Countess',
  score: 80,
  lifecycle: 'customer',
  tags: ['FAIR', 'poet'],
  consents: { newsletter: { status: 'withdrawn' } },
  custom: { budget: 2, shoe: 37 },
  externalId: 'erp-2',
};
const two = async () => [await aPerson(ada), await aPerson(lovelace)] as const;
const kinds = (entries: { items: { type: string; id: string }[] }) =>
  entries.items.filter(({ type }) => type === 'activity').map(({ id }) => id);

describe('merging contacts', () => {
  it('keeps what the first has, fills what it lacks, joins lists, and lets the stricter consent win', async () => {
    const [a, b] = await two();
    const merged = await mergePersons(a, [b]);
    expect(merged).toMatchObject({
      status: 200,
      body: {
        id: a,
        version: 2,
        mergedIds: [b],
        firstName: 'Ada',
        lastName: 'Lovelace',
        jobTitle: 'Countess',
        score: 80,
        lifecycle: 'customer',
        externalId: 'erp-1',
        tags: ['fair', 'vip', 'poet'],
        custom: { budget: 1, shoe: 37 },
        consents: { newsletter: { status: 'withdrawn' }, calls: { status: 'granted' } },
      },
    });
    expect(merged.body.emails).toEqual([
      { address: 'ada@home.example' },
      { address: 'lovelace@work.example' },
    ]);
    expect((merged.body.phones as { number: string }[]).map(({ number }) => number)).toEqual([
      '+4930901820',
      '+4930901821',
    ]);
  });

  it('lets one choose whose value stays, field by field, but of no list and no consent', async () => {
    const [a, b] = await two();
    const values = { firstName: b, 'custom.budget': b, externalId: b };
    const merged = await mergePersons(a, [b], { values });
    expect(merged.body).toMatchObject({ firstName: 'Augusta', custom: { budget: 2 }, externalId: 'erp-2' });
    const c = await aPerson({ firstName: 'Third', consents: { calls: { status: 'withdrawn' } } });
    for (const name of ['tags', 'consents.calls', 'shoe', 'ownerless', 'id', 'version'])
      expect(await mergePersons(a, [c], { values: { [name]: c } })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: `/values/${name}`, code: 'not_choosable' }] },
      });
    expect(await mergePersons(a, [c], { values: { firstName: b } })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/values/firstName', code: 'not_among' }] },
    });
  });

  it('is shown before, and shows nothing that is not so', async () => {
    const [a, b] = await two();
    const { body } = await previewPersons(a, [b], { values: { firstName: b } });
    const of = (name: string) => body.fields?.find(({ field }) => field === name);
    expect(body.mergedIds).toEqual([b]);
    expect(of('firstName')).toMatchObject({
      values: [
        { id: a, value: 'Ada' },
        { id: b, value: 'Augusta' },
      ],
      value: 'Augusta',
      from: [b],
      isChoosable: true,
    });
    expect(of('emails')).toMatchObject({ from: [a, b], isChoosable: false, leftOut: [] });
    expect(JSON.stringify(of('emails'))).not.toContain('"key"');
    expect(of('consents.newsletter')).toMatchObject({ value: { status: 'withdrawn' }, isChoosable: false });
    expect(of('consents.calls')).toBeUndefined();
    expect((await readPerson(b)).status).toBe(200);
    const merged = await mergePersons(a, [b], { values: { firstName: b } });
    expect(of('emails')?.value).toEqual(merged.body.emails);
    expect(of('tags')?.value).toEqual(merged.body.tags);
  });

  it('answers a GET of an old id with 301, and a write with 409, each with where it is', async () => {
    const [a, b] = await two();
    await mergePersons(a, [b]);
    expect(await readPerson(b, { query: { asOf: noon } })).toMatchObject({
      status: 301,
      headers: { location: expect.stringContaining(`/v1/contacts/${a}?asOf=`) },
    });
    expect(await readPerson(b)).toMatchObject({
      status: 301,
      headers: { location: `/v1/contacts/${a}` },
      body: { code: 'record_moved', mergedInto: a },
    });
    expect(
      await call(contacts, listContactTimelineRoute, { params: { contactId: b }, query: { limit: '5' } }),
    ).toMatchObject({ status: 301, headers: { location: `/v1/contacts/${a}/timeline?limit=5` } });
    for (const answer of [
      await call(contacts, patchContactRoute, { params: { contactId: b }, body: { firstName: 'X' } }),
      await call(contacts, deleteContactRoute, { params: { contactId: b } }),
      await mergePersons(b, [a]),
    ])
      expect(answer).toMatchObject({ status: 409, body: { code: 'record_merged', mergedInto: a } });
  });

  it('is out of every list, search and count, and its addresses and keys find the one that stays', async () => {
    const [a, b] = await two();
    await mergePersons(a, [b]);
    await settleAll();
    const { body } = await call(contacts, listContactsRoute, {});
    expect(body.items?.map(({ id }) => id)).not.toContain(b);
    const found = await call(search, searchRoute, { query: { q: 'lovelace@work.example' } });
    expect(found.body.items?.map(({ record }) => (record as { id: string }).id)).toEqual([a]);
    expect((await findContactByEmail(whole(acme), 'Lovelace@Work.example', folding))?.id).toBe(a);
    for (const externalId of ['erp-2', 'erp-1', 'erp-2']) {
      const upserted = await call(contacts, upsertContactRoute, {
        query: { matchBy: 'externalId' },
        body: { externalId, jobTitle: externalId },
      });
      expect(upserted).toMatchObject({
        status: 200,
        body: { id: a, jobTitle: externalId, externalId: 'erp-1' },
      });
    }
    expect(
      await call(contacts, upsertContactRoute, {
        query: { matchBy: 'email' },
        body: { emails: lovelace.emails },
      }),
    ).toMatchObject({ status: 200, body: { id: a } });
  });

  it('is written of by either id: new deals, tasks, calls and links name the one that stays', async () => {
    const [a, b] = await two();
    await mergePersons(a, [b]);
    const deal = await call(dealsApi, createDealRoute, { body: { name: 'D', contactId: b } });
    expect(deal).toMatchObject({ status: 201, body: { contactId: a } });
    const task = await call(tasksApi, createTaskRoute, {
      body: { title: 'T', dueOn: '2026-01-01', contactId: b },
    });
    expect(task).toMatchObject({ status: 201, body: { contactId: a } });
    const logged = await note(b, at(1));
    expect(
      (await call(activitiesApi, getActivityRoute, { params: { activityId: logged } })).body,
    ).toMatchObject({
      contactId: a,
    });
    const other = await aPerson({ firstName: 'Other' });
    const link = await call(linksApi, createLinkRoute, {
      body: { fromId: b, toId: other, label: 'partner' },
    });
    expect(link.status).toBe(201);
    expect([link.body.fromId, link.body.toId].toSorted()).toEqual([a, other].toSorted());
  });

  it('refuses what is not there, in the trash, merged elsewhere or the record itself, and more than ten', async () => {
    const [a, b] = await two();
    const c = await aPerson({ firstName: 'C' });
    const at0 = { errors: [{ pointer: '/ids/0' }] };
    const never = 'ct_01K00000000000000000000000';
    expect(await mergePersons(a, [never])).toMatchObject({
      status: 400,
      body: { code: 'reference_unknown', ...at0 },
    });
    await call(contacts, deleteContactRoute, { params: { contactId: c } });
    expect(await mergePersons(a, [c])).toMatchObject({
      status: 400,
      body: { code: 'reference_unknown', ...at0 },
    });
    expect((await mergePersons(a, [a])).status).toBe(400);
    await mergePersons(a, [b]);
    const d = await aPerson({ firstName: 'D' });
    expect(await mergePersons(d, [b])).toMatchObject({
      status: 409,
      body: { code: 'record_merged', mergedInto: a },
    });
    const many = await Promise.all(Array.from({ length: 10 }, (_, n) => aPerson({ firstName: `N${n}` })));
    expect(await mergePersons(a, many)).toMatchObject({ status: 409, body: { code: 'too_many_merged' } });
    expect((await mergePersons(a, many.slice(0, 9))).body.mergedIds).toHaveLength(10);
  });

  it('asked again, at once or with a key, is done once; with If-Match on the version that was read', async () => {
    const [a, b] = await two();
    expect(await mergePersons(a, [b], {}, { headers: { 'if-match': '"7"' } })).toMatchObject({ status: 412 });
    const headers = { 'idempotency-key': 'once' };
    const answers = await Promise.all([0, 1, 2].map(() => mergePersons(a, [b], {}, { headers })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await mergePersons(a, [b])).body).toMatchObject({ version: 2, mergedIds: [b] });
    const changes = (await Array.fromAsync(readAll())).filter(
      ({ type, recordId }) => type === 'change' && recordId === b,
    );
    expect(changes.map(({ kind }) => kind).toSorted()).toEqual(['created', 'merged']);
  });

  it('of two merges and an edit at once loses none', async () => {
    const [a, b] = await two();
    const c = await aPerson({ jobTitle: 'Consort', emails: [{ address: 'c@c.example' }] });
    const [x, y, z] = await Promise.all([
      mergePersons(a, [b]),
      mergePersons(a, [c]),
      call(contacts, patchContactRoute, { params: { contactId: a }, body: { company: 'Engines' } }),
    ]);
    expect([x.status, y.status, z.status]).toEqual([200, 200, 200]);
    const { body } = await readPerson(a);
    expect(body).toMatchObject({ company: 'Engines' });
    expect([...(body.mergedIds ?? [])].toSorted()).toEqual([b, c].toSorted());
    expect(body.emails).toHaveLength(3);
  });

  it('of two who are merged into each other at once one stays', async () => {
    const [a, b] = await two();
    const both = await Promise.all([mergePersons(a, [b]), mergePersons(b, [a])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect([(await readPerson(a)).status, (await readPerson(b)).status].toSorted()).toEqual([200, 301]);
  });
});

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
    for (let n = 0; n < 33; n++) logged.unshift(await note(people[n % 11] ?? '', at(n)));
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
    expect(kinds(on.body as never)).toEqual(logged.filter((id) => !kinds(before.body as never).includes(id)));
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
        body: { contactId, amountCents: 100, currency: 'EUR', placedAt: at(n) },
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
      firstOrderAt: at(0),
      lastOrderAt: at(1),
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
    const logged = await note(owned, at(1));
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

describe('unmerging contacts', () => {
  const state = async () => {
    await deliverAll();
    const items = await Array.fromAsync(readAll());
    const isSlot = ({ sk }: { sk: string }) => sk.startsWith('SLOT#');
    const isIndex = ({ sk, pk }: { sk: string; pk: string }) =>
      sk !== 'CONTRIBUTION' && sk !== 'CONTACT' && !/^#|^SLOT#/.test(sk) && !/#ONCE#|#UPDATED/.test(pk);
    const sums = Map.groupBy(items.filter(isSlot), ({ pk }) => pk);
    const counts = [...sums].map(([pk, slots]) => {
      const count = slots.reduce((sum, slot) => sum + Number(slot.count ?? 0), 0);
      return `${pk} ${count}`;
    });
    return items
      .filter(isIndex)
      .map(({ version: _, ...item }) => canonical(item))
      .concat(counts)
      .toSorted();
  };

  it('gives both back as they were: records, keys, and every index', async () => {
    const [a, b] = await two();
    await note(a, at(1));
    await note(b, at(2));
    for (const contactId of [a, b]) {
      await call(dealsApi, createDealRoute, { body: { name: 'D', contactId } });
      await call(ordersApi, orderRecordRoutes.create, {
        body: { contactId, amountCents: 100, currency: 'EUR', placedAt: at(1) },
      });
    }
    const before = await state();
    const pages = [await readPerson(a), await readPerson(b)];
    await mergePersons(a, [b], { values: { firstName: b, externalId: b, 'custom.budget': b } });
    expect(await state()).not.toEqual(before);
    const apart = await unmergePerson(a, b);
    expect(apart).toMatchObject({ status: 200, body: { kept: [] } });
    expect(await state()).toEqual(before);
    const now = [await readPerson(a), await readPerson(b)];
    for (const [n, { body }] of now.entries()) {
      const { version: _, updatedAt: __, timeline: ___, ...rest } = body;
      expect(rest).toEqual(
        Object.fromEntries(
          Object.entries(pages[n]?.body ?? {}).filter(
            ([name]) => !['version', 'updatedAt', 'timeline'].includes(name),
          ),
        ),
      );
    }
    expect(now[0]?.body.timeline?.items.map((one) => one.type)).toEqual([
      'change',
      'change',
      'change',
      'activity',
    ]);
  });

  it('leaves what was changed since, and says so; what was written since stays with the one that stayed', async () => {
    const [a, b] = await two();
    const c = await aPerson({
      jobTitle: 'Consort',
      tags: ['poet'],
      consents: { newsletter: { status: 'withdrawn' } },
    });
    await mergePersons(a, [b]);
    await mergePersons(a, [c], {}, later(5));
    await call(contacts, patchContactRoute, {
      params: { contactId: a },
      body: {
        lastName: 'King',
        tags: ['fair', 'poet', 'since'],
        emails: [...ada.emails, ...lovelace.emails, { address: 'new@new.example' }],
      },
      ...later(10),
    });
    const logged = await note(a, at(30));
    const apart = await unmergePerson(a, b, later(20));
    expect(apart.body.kept).toEqual(['lastName']);
    expect(apart.body.survivor).toMatchObject({
      mergedIds: [c],
      firstName: 'Ada',
      lastName: 'King',
      jobTitle: 'Consort', // of the one that is merged still
      lifecycle: 'lead',
      tags: ['fair', 'poet', 'since'],
      custom: { budget: 1 },
      consents: { newsletter: { status: 'withdrawn' } },
      emails: [{ address: 'ada@home.example' }, { address: 'new@new.example' }],
    });
    expect(apart.body.survivor).not.toHaveProperty('score');
    expect(apart.body.record).toMatchObject({
      id: b,
      lastName: 'Lovelace',
      tags: ['FAIR', 'poet'],
      externalId: 'erp-2',
    });
    expect((await findContactByEmail(whole(acme), 'lovelace@work.example', folding))?.id).toBe(b);
    await settleAll();
    expect(kinds((await readPerson(a)).body.timeline as never)).toContain(logged);
    expect(kinds((await readPerson(b)).body.timeline as never)).not.toContain(logged);
  });

  it('takes a chain apart from its end, and each with what it had', async () => {
    const [a, b] = await two();
    const c = await aPerson({ firstName: 'C', emails: [{ address: 'c@c.example' }] });
    await mergePersons(b, [c]);
    expect((await mergePersons(a, [b], {}, later(1))).body.mergedIds).toEqual([b, c]);
    expect(await readPerson(c)).toMatchObject({ status: 301, headers: { location: `/v1/contacts/${a}` } });
    expect(await unmergePerson(a, c)).toMatchObject({ status: 409, body: { code: 'not_merged' } });
    const apart = await unmergePerson(a, b, later(2));
    expect(apart.body.record).toMatchObject({ id: b, mergedIds: [c] });
    expect(apart.body.survivor).not.toHaveProperty('mergedIds');
    expect((await findContactByEmail(whole(acme), 'c@c.example', folding))?.id).toBe(b);
    expect(await readPerson(c)).toMatchObject({ status: 301, headers: { location: `/v1/contacts/${b}` } });
    expect((await unmergePerson(b, c, later(3))).status).toBe(200);
    expect((await readPerson(c)).status).toBe(200);
    expect(await unmergePerson(a, b)).toMatchObject({ status: 409, body: { code: 'not_merged' } });
  });

  it('is refused where another has taken an address since, and says who', async () => {
    const [a, b] = await two();
    await mergePersons(a, [b]);
    await call(contacts, patchContactRoute, { params: { contactId: a }, body: { emails: ada.emails } });
    const z = await aPerson({ emails: lovelace.emails });
    expect(await unmergePerson(a, b)).toMatchObject({
      status: 409,
      body: { code: 'email_taken', existingId: z },
    });
    expect((await readPerson(b)).status).toBe(301);
  });

  it('answers a repeated request as the first, whole', async () => {
    const [a, b] = await two();
    await mergePersons(a, [b]);
    const headers = { 'idempotency-key': 'apart' };
    const first = await unmergePerson(a, b, { headers });
    const again = await unmergePerson(a, b, { headers });
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toEqual(first.body);
  });
});

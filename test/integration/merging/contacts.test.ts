import { describe, expect, it } from 'vitest';
import { handler as activitiesApi } from '../../../functions/activities/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as dealsApi } from '../../../functions/deals/api.ts';
import { handler as linksApi } from '../../../functions/links/api.ts';
import { handler as search } from '../../../functions/search/api.ts';
import { handler as tasksApi } from '../../../functions/tasks/api.ts';
import { getActivityRoute } from '../../../shared/activities/activity-routes.ts';
import {
  deleteContactRoute,
  listContactsRoute,
  listContactTimelineRoute,
  patchContactRoute,
  upsertContactRoute,
} from '../../../shared/contacts/contact-routes.ts';
import { findContactByEmail } from '../../../shared/contacts/contact-store.ts';
import { whole } from '../../../shared/core/scope.ts';
import { createDealRoute } from '../../../shared/deals/deal-routes.ts';
import { createLinkRoute } from '../../../shared/links/link-routes.ts';
import { searchRoute } from '../../../shared/search/search-routes.ts';
import { createTaskRoute } from '../../../shared/tasks/task-routes.ts';
import { acme, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import {
  aMergeWorld,
  aPerson,
  folding,
  lovelace,
  mergePersons,
  minuteAt,
  note,
  previewPersons,
  readPerson,
  twoOfOne,
} from '../../helpers/merge-world.ts';

aMergeWorld();

describe('merging contacts', () => {
  it('keeps what the first has, fills what it lacks, joins lists, and lets the stricter consent win', async () => {
    const [a, b] = await twoOfOne();
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
    const [a, b] = await twoOfOne();
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
    const [a, b] = await twoOfOne();
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
    const [a, b] = await twoOfOne();
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
    const [a, b] = await twoOfOne();
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
    const [a, b] = await twoOfOne();
    await mergePersons(a, [b]);
    const deal = await call(dealsApi, createDealRoute, { body: { name: 'D', contactId: b } });
    expect(deal).toMatchObject({ status: 201, body: { contactId: a } });
    const task = await call(tasksApi, createTaskRoute, {
      body: { title: 'T', dueOn: '2026-01-01', contactId: b },
    });
    expect(task).toMatchObject({ status: 201, body: { contactId: a } });
    const logged = await note(b, minuteAt(1));
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
    const [a, b] = await twoOfOne();
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
    const [a, b] = await twoOfOne();
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
    const [a, b] = await twoOfOne();
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
    const [a, b] = await twoOfOne();
    const both = await Promise.all([mergePersons(a, [b]), mergePersons(b, [a])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect([(await readPerson(a)).status, (await readPerson(b)).status].toSorted()).toEqual([200, 301]);
  });
});

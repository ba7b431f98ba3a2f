import { describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as dealsApi } from '../../../functions/deals/api.ts';
import { handler as ordersApi } from '../../../functions/orders/api.ts';
import { patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { findContactByEmail } from '../../../shared/contacts/contact-store.ts';
import { canonical } from '../../../shared/core/canonical.ts';
import { addTo, type Counters, type Item } from '../../../shared/core/projection.ts';
import { whole } from '../../../shared/core/scope.ts';
import { createDealRoute } from '../../../shared/deals/deal-routes.ts';
import { orderRecordRoutes } from '../../../shared/orders/order-routes.ts';
import { groupOfSlot } from '../../../shared/platform/projection-store.ts';
import { acme, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import {
  activitiesIn,
  ada,
  aMergeWorld,
  aPerson,
  deliverAll,
  folding,
  lovelace,
  mergePersons,
  minuteAt,
  note,
  readPerson,
  twoOfOne,
  unmergePerson,
} from '../../helpers/merge-world.ts';

aMergeWorld();

const later = (seconds: number) => ({ now: new Date(Date.parse(noon) + seconds * 1000).toISOString() });
describe('unmerging contacts', () => {
  const state = async () => {
    await deliverAll();
    const items = await Array.fromAsync(readAll());
    const isIndex = (item: Item) =>
      item.kind !== 'counter' &&
      item.sk !== 'CONTRIBUTION' &&
      item.sk !== 'CONTACT' &&
      !item.sk.startsWith('#') &&
      !/#ONCE#|#UPDATED/.test(item.pk);
    const sums: Counters = {};
    for (const { pk, sk, kind, ...measures } of items)
      if (kind === 'counter') addTo(sums, groupOfSlot({ pk, sk }), measures as Record<string, number>);
    const counts = Object.entries(sums).map((one) => canonical(one));
    return items
      .filter(isIndex)
      .map(({ version: _, ...item }) => canonical(item))
      .concat(counts)
      .toSorted();
  };

  it('gives both back as they were: records, keys, and every index', async () => {
    const [a, b] = await twoOfOne();
    await note(a, minuteAt(1));
    await note(b, minuteAt(2));
    for (const contactId of [a, b]) {
      await call(dealsApi, createDealRoute, { body: { name: 'D', contactId } });
      await call(ordersApi, orderRecordRoutes.create, {
        body: { contactId, amountCents: 100, currency: 'EUR', placedAt: minuteAt(1) },
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
    const [a, b] = await twoOfOne();
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
    const logged = await note(a, minuteAt(30));
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
    expect(activitiesIn((await readPerson(a)).body.timeline as never)).toContain(logged);
    expect(activitiesIn((await readPerson(b)).body.timeline as never)).not.toContain(logged);
  });

  it('takes a chain apart from its end, and each with what it had', async () => {
    const [a, b] = await twoOfOne();
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
    const [a, b] = await twoOfOne();
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
    const [a, b] = await twoOfOne();
    await mergePersons(a, [b]);
    const headers = { 'idempotency-key': 'apart' };
    const first = await unmergePerson(a, b, { headers });
    const again = await unmergePerson(a, b, { headers });
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toEqual(first.body);
  });
});

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runOn } from '../../../functions/duplicates/running/run-on.ts';
import { handler } from '../../../functions/links/api.ts';
import { companyRecord } from '../../../shared/companies/company.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { recordKey } from '../../../shared/core/record.ts';
import {
  checkDuplicatesRoute,
  getDuplicateRunRoute,
  keepContactsApartRoute,
  listCompanyDuplicatesRoute,
  listDuplicateRunsRoute,
  runDuplicatesRoute,
  unkeepContactsApartRoute,
} from '../../../shared/duplicates/duplicate-routes.ts';
import { dropLinksOf } from '../../../shared/links/record-links-store.ts';
import { listPk } from '../../../shared/records/list-entries.ts';
import { aCompany } from '../../fixtures/company.ts';
import { acme, ann, ben, monday, noon } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { putItem } from '../../helpers/put-item.ts';
import {
  change,
  duplicatesOf,
  findCompanies,
  listed,
  pairsListed,
  person,
  rest,
  useDuplicates,
} from './duplicate-world.ts';

const ids = (count: number) => Array.from({ length: count }, () => newId('contact', monday)).sort();
const [ada = '', adda = '', third = ''] = ids(3);
const pair = `${ada} ${adda}`;
const people = async (...all: Contact[]) => {
  for (const one of all) await keep(contactRecord, one);
  await rest();
};
const apart = (contactId: string, otherId: string, more: Call = {}) =>
  call(handler, keepContactsApartRoute, { params: { contactId, otherId }, ...more });
const together = (contactId: string, otherId: string, more: Call = {}) =>
  call(handler, unkeepContactsApartRoute, { params: { contactId, otherId }, ...more });
const check = (record: object, more: Call = {}) =>
  call(handler, checkDuplicatesRoute, { body: { kind: 'contact', record }, ...more });

describe('that two are not one', () => {
  beforeEach(useDuplicates);

  it('is remembered whatever becomes of the two, and can be taken back', async () => {
    await people(person(ada), person(adda));
    expect((await apart(adda, ada)).status).toBe(200);
    expect(await pairsListed()).toEqual([]); // at once
    expect((await duplicatesOf(ada)).body.items).toEqual([]);
    const again = await apart(ada, adda);
    expect(again.body).toMatchObject({ fromId: ada, toId: adda, label: 'not_duplicate' });
    await rest();
    await change(ada, { phones: [{ number: '+4930901820' }] });
    await change(adda, { phones: [{ number: '+4930901820' }] });
    await rest();
    expect((await Array.fromAsync(readAll())).filter(({ pk }) => pk.includes('#LIST#DUPLICATES#'))).toEqual(
      [],
    );
    expect((await together(ada, adda)).status).toBe(204);
    expect((await together(ada, adda)).status).toBe(204);
    await rest();
    expect(await pairsListed()).toEqual([pair]);
  });

  it('stays when one comes back from the trash, and goes with one that goes for good', async () => {
    await people(person(ada), person(adda));
    await apart(ada, adda);
    await change(ada, { deletedAt: monday });
    await rest();
    await change(ada, { deletedAt: undefined });
    await rest();
    expect(await pairsListed()).toEqual([]);
    await Array.fromAsync(dropLinksOf(acme, ada, aContext())); // as a purge and an erasure do
    await rest();
    expect(await pairsListed()).toEqual([pair]);
  });

  it('is for who sees both and may edit one', async () => {
    await people(
      person(ada, { ownerId: ann }),
      person(adda, { ownerId: ben }),
      person(third, { ownerId: ann }),
    );
    expect(await apart(ada, adda, { role: 'rep' })).toMatchObject({
      status: 404,
      body: { code: 'contact_not_found' },
    });
    expect((await apart(ada, third, { role: 'rep' })).status).toBe(200);
    expect((await apart(ada, ada)).body.errors?.[0]?.code).toBe('linked_to_itself');
    expect((await apart(ada, third, { role: 'readonly' })).body.code).toBe('permission_missing');
  });
});

describe('who may see what', () => {
  beforeAll(async () => {
    await useDuplicates();
    const email = (address: string) => ({ emails: [{ address, key: address }] });
    await people(
      person(ada, {
        ownerId: ann,
        birthday: undefined,
        addresses: [],
        ...email('ada.lovelace@engines.example'),
      }),
      person(adda, {
        ownerId: ben,
        birthday: undefined,
        addresses: [],
        ...email('adalovelace@engines.example'),
      }),
      person(third, {
        ownerId: ann,
        birthday: undefined,
        addresses: [],
        ...email('ada-lovelace@engines.example'),
      }),
    );
  });

  it('a pair is seen by who may read both of its records, by every door', async () => {
    expect(await pairsListed()).toHaveLength(3);
    const rep = await listed({}, { role: 'rep' });
    expect(rep.body.items.map(({ records }) => records.map(({ id }) => id).join(' '))).toEqual([
      `${ada} ${third}`,
    ]);
    expect((await duplicatesOf(ada, { role: 'rep' })).body.items.map(({ record }) => record.id)).toEqual([
      third,
    ]);
    expect((await duplicatesOf(adda, { role: 'rep' })).body.code).toBe('contact_not_found');
    const draft = {
      firstName: 'Ada',
      lastName: 'Lovelace',
      emails: [{ address: 'ada.lovelace@engines.example' }],
    };
    expect((await check(draft, { role: 'rep' })).body.items.map(({ record }) => record.id).sort()).toEqual([
      ada,
      third,
    ]);
    expect((await check(draft)).body.items).toHaveLength(3);
  });

  it('what is hidden from somebody speaks neither in the reasons nor in the probability, and orders no list', async () => {
    const blind = await keepRole({ contact: { emails: 'hidden' } });
    expect((await listed({}, blind)).body.code).toBe('field_forbidden');
    const seen = (await duplicatesOf(ada)).body.items[0];
    const told = (await duplicatesOf(ada, blind)).body.items[0];
    expect(seen?.reasons.map(({ field }) => field)).toContain('emails');
    expect(told?.reasons ?? []).not.toContainEqual(expect.objectContaining({ field: 'emails' }));
    expect(told?.probability ?? 0).toBeLessThan(seen?.probability ?? 0);
    const { items } = (await check({ emails: [{ address: 'ada.lovelace@engines.example' }] }, blind)).body;
    expect(items).toEqual([]);
  });
});

describe('before one is made', () => {
  beforeAll(async () => {
    await useDuplicates();
    await people(
      person(ada, { phones: [{ number: '+4930901820' }] }),
      person(adda, { firstName: 'Zoe', lastName: 'Quux' }),
    );
  });

  it('those are told that it may be, by what is known of it, and nothing is written', async () => {
    const before = (await Array.fromAsync(readAll())).length;
    const typed = await check({ firstName: 'Ada', lastName: 'Lovelase', phones: [{ number: '030 901820' }] });
    expect(typed.body.items).toMatchObject([{ kind: 'contact', record: { id: ada } }]);
    expect(typed.body.items[0]?.reasons.map(({ field }) => field)).toEqual([
      'firstName',
      'lastName',
      'phones',
    ]);
    expect((await check({ phones: [{ number: '12345' }] })).body.items).toEqual([]);
    expect((await check({})).body.items).toEqual([]);
    expect((await Array.fromAsync(readAll())).length).toBe(before);
  });

  it('of who is asked for a kind that is out of reach, nothing is told', async () => {
    const draft = { body: { kind: 'company', record: { name: 'Engines' } } };
    const scoped = { ...draft, scopes: ['contacts:read'] };
    expect((await call(handler, checkDuplicatesRoute, scoped)).body.code).toBe('permission_missing');
    expect((await call(handler, checkDuplicatesRoute, draft)).status).toBe(200);
  });
});

it('companies are found by what they are called and by their domain', async () => {
  await useDuplicates();
  const [one, other] = [newId('company', monday), newId('company', monday)].sort() as [string, string];
  const at = { addresses: [{ street: 'Hauptstr. 12', city: 'Berlin', postalCode: '10115' }], phones: [] };
  await keep(companyRecord, aCompany({ id: one, name: 'Analytical Engines GmbH', domains: [], ...at }));
  await keep(companyRecord, aCompany({ id: other, name: 'Analytical Engines', domains: [], ...at }));
  await settleAll();
  await findCompanies([one, other]);
  await settleAll();
  expect(await pairsListed({ kind: 'company' })).toEqual([`${one} ${other}`]);
  const mine = await call(handler, listCompanyDuplicatesRoute, { params: { companyId: other } });
  expect(mine.body.items).toMatchObject([{ kind: 'company', record: { id: one } }]);
});

describe('a run over all', () => {
  beforeEach(useDuplicates);
  const begin = async (more: Call = {}) =>
    call(handler, runDuplicatesRoute, { body: { kind: 'contact' }, ...more });
  const get = async (dedupeId: string) =>
    (await call(handler, getDuplicateRunRoute, { params: { dedupeId } })).body;
  const crowd = () =>
    ids(40).map((id, n) =>
      person(id, {
        lastName: ['Lovelace', 'Byron', 'Hopper', 'Lamarr'][n % 4],
        birthday: `18${10 + (n % 20)}-12-10`,
        addresses: [],
      }),
    );

  it('finds what was found record by record, no more and no less', async () => {
    const all = crowd();
    for (const one of all) {
      await keep(contactRecord, one);
      if (Number(all.indexOf(one)) % 8 === 7) await rest();
    }
    await rest();
    const found = await pairsListed({ limit: '7' });
    expect(found.length).toBeGreaterThan(15);
    await useDuplicates();
    for (const one of all) await keep(contactRecord, one);
    await settleAll(); // and nobody looked for whom they may be
    expect(await pairsListed()).toEqual([]);
    const { body, status } = await begin();
    expect(status).toBe(202);
    await runOn(acme, body.id);
    await settleAll();
    expect((await pairsListed({ limit: '7' })).sort()).toEqual(found.sort());
    expect(await get(body.id)).toMatchObject({ status: 'done', looked: 40, pairs: found.length });
  });

  it('writes nothing for pairs that stand, and takes away what is none any more', async () => {
    await people(person(ada), person(adda), person(third));
    const pairs = async () =>
      (await Array.fromAsync(readAll())).filter(({ sk }) => sk === 'PAIR').map(({ version }) => version);
    const before = await pairs();
    await runOn(acme, (await begin()).body.id);
    expect(await pairs()).toEqual(before);
    await change(third, { firstName: 'Zoe', lastName: 'Quux', birthday: '1990-01-02', addresses: [] });
    await settleAll(); // of which nobody was told
    await runOn(acme, (await begin()).body.id);
    await settleAll();
    expect(await pairsListed()).toEqual([pair]);
  });

  it('is not kept from the others by a record that nobody can understand', async () => {
    await people(person(ada), person(adda));
    await putItem({ ...recordKey(acme, 'contact', third), version: 1, id: third, emails: 'spoilt' });
    await putItem({ pk: listPk(acme, 'contact'), sk: `${monday}#${third}`, of: 'contact', id: third });
    const { id } = (await begin()).body;
    await runOn(acme, id);
    expect(await get(id)).toMatchObject({ status: 'done', looked: 3, failed: 1, pairs: 1 });
  });

  it('goes on where it was cut off, is one at a time, and is for who keeps the workspace', async () => {
    const all = ids(230).map((id, n) =>
      person(id, { lastName: `Name${n}`, birthday: undefined, addresses: [] }),
    );
    await Promise.all(all.map((one) => keep(contactRecord, one)));
    await settleAll();
    const { id } = (await begin()).body;
    expect((await begin()).body).toMatchObject({ code: 'dedupe_unfinished', existingId: id });
    await runOn(acme, id, { mostMs: 0, notedEveryMs: 0 });
    expect(await get(id)).toMatchObject({ status: 'running', looked: 100 });
    await runOn(acme, id, { mostMs: 0, notedEveryMs: 0 });
    await Promise.all([runOn(acme, id), runOn(acme, id)]);
    expect(await get(id)).toMatchObject({ status: 'done', looked: 230 });
    expect((await begin({ role: 'manager' })).body.code).toBe('permission_missing');
    expect((await begin()).status).toBe(202);
    await settleAll();
    expect((await call(handler, listDuplicateRunsRoute, { now: noon })).body.items).toHaveLength(2);
  });
});

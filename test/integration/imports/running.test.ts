import { beforeAll, describe, expect, it } from 'vitest';
import { workOn } from '../../../functions/imports/running/work-on.ts';
import { companyRecord } from '../../../shared/companies/company.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { productRecord } from '../../../shared/products/product.ts';
import { aCompany } from '../../fixtures/company.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ben, contactId, monday } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import {
  askToCheck,
  askToRun,
  checked,
  checkedRows,
  errorFile,
  get,
  map,
  ran,
  read,
  results,
  useImports,
} from './import-world.ts';

const email = 'ada@engines.example';
const companyId = newId('company', monday);
beforeAll(async () => {
  await useImports();
  await keep(userRecord, aUser({ id: ben, name: 'Ben Babbage', email: 'ben@acme.test' }));
  const emails = [{ address: email, key: email }];
  await keep(contactRecord, aContact({ id: contactId, firstName: 'Ada', emails, tags: ['fair'] } as never));
  await keep(companyRecord, aCompany({ id: companyId, name: 'Analytical Engines', domains: [] }));
  const prices = [{ currency: 'EUR', amountCents: 482_100 }];
  const product = {
    workspaceId: acme,
    version: 1,
    createdAt: monday,
    updatedAt: monday,
    tags: [],
    custom: {},
  };
  await keep(productRecord, {
    ...product,
    id: newId('product'),
    name: 'GTX Pro',
    sku: 'GTX-P',
    active: true,
    prices,
  } as never);
  await settleAll();
});
const itemsOf = async (sk: string, source?: string) =>
  (await Array.fromAsync(readAll())).filter(
    (item) => item.sk === sk && (!source || (item.source as { id?: string })?.id === source),
  );
const rowsOf = async (id: string, result: string) =>
  (await results(id, { query: { result, limit: '100' } })).body.items;

const people = [
  'First Name,Last Name,E-mail,Phone,Notes,Owner,Lead source,Company',
  'ADA,LOVELACE,ADA@engines.example,+49 30 901820,met in May,,,',
  'Grace,Hopper,grace@example.com,,,ben@acme.test,LinkedIn,analytical engines',
  'Grace B.,Hopper,Grace@Example.com,,,,,',
  'Mary,Somerville,,,writes on astronomy,Ben Babbage,,',
].join('\n');

describe('a run', () => {
  it('makes what is new, with what the rows name, and leaves alone what is there', async () => {
    const { id } = await checked(people);
    expect((await askToRun(id)).status).toBe(202);
    await workOn(acme, id);
    expect((await get(id)).body).toMatchObject({
      status: 'done',
      run: { done: 4, created: 2, updated: 0, unchanged: 0, skipped: 2, failed: 0 },
    });
    const [grace, mary] = (await itemsOf('CONTACT', id)).toSorted((a, b) =>
      String(a.firstName).localeCompare(String(b.firstName)),
    );
    expect(grace).toMatchObject({
      companyId,
      ownerId: ben,
      leadSource: 'LinkedIn',
      source: { kind: 'import', id, utm: { source: 'LinkedIn' } },
    });
    expect(mary).toMatchObject({ lastName: 'Somerville', ownerId: ben });
    const notes = (await itemsOf('ACTIVITY')).map(({ contactId, kind, text }) => [contactId, kind, text]);
    expect(notes).toEqual([[mary?.id, 'note', 'writes on astronomy']]);
    expect((await rowsOf(id, 'created')).map(({ number, recordId }) => [number, recordId])).toEqual([
      [2, grace?.id],
      [4, mary?.id],
    ]);
    expect((await rowsOf(id, 'skipped')).map(({ number, problem }) => [number, problem?.code])).toEqual([
      [1, 'record_there'],
      [3, 'record_there'],
    ]);
  });

  it('changes what is there by what the file says, and loses nothing of what it does not say', async () => {
    const file =
      'E-mail,Last Name,Phone,Tags\nada@engines.example,King,+49 30 901820,vip\nnew@example.com,Newton,,\n';
    const { id, run } = await ran(file, {}, { mode: 'update' });
    expect(run).toMatchObject({ updated: 1, skipped: 1, created: 0 });
    const [ada] = (await itemsOf('CONTACT')).filter((one) => one.id === contactId);
    expect(ada).toMatchObject({ firstName: 'Ada', lastName: 'King', tags: ['fair', 'vip'] });
    expect((ada as unknown as Contact).phones).toMatchObject([{ number: '+4930901820' }]);
    expect((await rowsOf(id, 'skipped'))[0]?.problem?.code).toBe('record_missing');
    expect((await ran(file, {}, { mode: 'update' })).run).toMatchObject({ unchanged: 1 });
  });

  it('upserts by the key that is chosen, and tells of another that is in the way', async () => {
    const first = 'Id,Name,E-mail\nA1,Rosa,rosa@example.com\n';
    expect((await ran(first, {}, { mode: 'upsert', matchBy: 'externalId' })).run).toMatchObject({
      created: 1,
    });
    const second = 'Id,Name,E-mail\nA1,Rosa Luz,rosa@example.com\nA2,Other,rosa@example.com\n';
    const { id, check, run } = await ran(second, {}, { mode: 'upsert', matchBy: 'externalId' });
    expect(check).toMatchObject({ existing: 1, invalid: 1 });
    expect(run).toMatchObject({ updated: 1, created: 0 });
    const { body } = await errorFile(id);
    expect(body.rows).toBe(1);
    const csv = await (await fetch(body.url)).text();
    expect(csv.split('\n')[1]).toMatch(/^A2,Other,rosa@example.com,.*already/);
  });

  it('makes nothing twice though it is called again in the middle and once more at the end', async () => {
    const lines = Array.from({ length: 1100 }, (_, at) => `P${at},p${at}@many.example`);
    const { id } = await checked(`First Name,E-mail\n${lines.join('\n')}\n`);
    await askToRun(id);
    let calls = 0;
    await Promise.all([workOn(acme, id, () => calls++ < 1), workOn(acme, id)]);
    await workOn(acme, id);
    await workOn(acme, id);
    expect((await get(id)).body.run).toMatchObject({ done: 1100, created: 1100, failed: 0 });
    expect(await itemsOf('CONTACT', id)).toHaveLength(1100);
  });
});

describe('companies, products, deals, orders and activities', () => {
  it('stand below one another though the one above comes later in the file', async () => {
    const file = 'Company,Subsidiary of\nBits,Bytes\nBytes,Words\nWords,\nLost,Nowhere\n';
    const { id, run } = await ran(file, { kind: 'company', name: 'companies.csv' });
    expect(run).toMatchObject({ done: 4, created: 4, failed: 1 });
    const all = await itemsOf('COMPANY');
    const named = (name: string) => all.find((one) => one.name === name);
    expect(named('Bits')?.parentId).toBe(named('Bytes')?.id);
    expect(named('Bytes')?.parentId).toBe(named('Words')?.id);
    expect((await rowsOf(id, 'failed'))[0]?.problem?.code).toBe('parent_unknown');
  });

  it('take a misspelt product where the suggestion is accepted, and the stage and end of a deal as the file says', async () => {
    const file = [
      'Opportunity,Account,Product,Stage,Close Date,Amount,Sales Agent',
      'D1,Analytical Engines,GTXPro,Won,2026-03-01,4514,Ben Babbage',
      'D2,,GTX Pro,Lead,2027-01-31,,Nobody Known',
      'D3,Analytical Engines,GTX Pro,Lost,2026-04-02,0,',
    ].join('\n');
    const { id, check, run } = await ran(file, { kind: 'deal', name: 'deals.csv' }, { acceptFrom: 0.9 });
    expect(check).toMatchObject({ new: 3, invalid: 0 });
    expect(run).toMatchObject({ created: 3 });
    const deals = (await itemsOf('DEAL', id)).toSorted((a, b) =>
      String(a.status).localeCompare(String(b.status)),
    );
    expect(deals).toMatchObject([
      { status: 'lost', lostReason: 'Not said', amountCents: 0, companyId },
      { status: 'open', amountCents: 482_100, expectedCloseOn: '2027-01-31' },
      {
        status: 'won',
        amountCents: 451_400,
        closedAt: '2026-03-01T12:00:00.000Z',
        ownerId: ben,
        items: [{ name: 'GTX Pro' }],
      },
    ]);
  });

  it('keep of a deal since when, from where and by which campaign it came; a day behind its end is left out', async () => {
    const file = [
      'Opportunity,Engage_Date,Lead Source,Campaign,Stage,Close Date,Amount',
      'E1,2026-01-07,LinkedIn,Spring fair,Won,2026-03-01,90',
      'E2,2026-05-07,Facebook,,Lost,2026-03-01,',
    ].join('\n');
    const { id, run } = await ran(file, { kind: 'deal', name: 'engaged.csv' });
    expect(run).toMatchObject({ created: 2 });
    const [first, second] = (await itemsOf('DEAL', id)).toSorted((a, b) =>
      String(a.name).localeCompare(String(b.name)),
    );
    expect(first).toMatchObject({ openedOn: '2026-01-07', leadSource: 'LinkedIn', campaign: 'Spring fair' });
    expect(second).toMatchObject({ leadSource: 'Facebook' });
    expect(second).not.toHaveProperty('openedOn');
    const { items } = (await checkedRows(id, { query: { outcome: 'new' } })).body;
    expect(items.map(({ faults }) => faults.map(({ field, code }) => [field, code]))).toEqual([
      [],
      [['openedOn', 'opened_too_late']],
    ]);
  });

  it('are one order where rows have one number, with its lines', async () => {
    const file = [
      'Order number,Email,Date,SKU,Item,Quantity,Price',
      'N1,ada@engines.example,2026-02-03,GTX-P,,2,4821.00',
      'N1,,,,Cable,3,5.50',
      'N2,nobody@example.com,2026-02-04,,Cable,1,5.50',
    ].join('\n');
    const { check, run } = await ran(file, { kind: 'order', name: 'orders.csv' });
    expect(check).toMatchObject({ new: 1, joined: 1, invalid: 1 });
    expect(run).toMatchObject({ created: 1 });
    const [order] = await itemsOf('ORDER');
    expect(order).toMatchObject({ number: 'N1', contactId, amountCents: 2 * 482_100 + 3 * 550 });
  });

  it('log what happened with a contact', async () => {
    const file = 'Type,Date,Subject,Email\nCall,2026-05-06,About engines,ada@engines.example\n';
    expect((await ran(file, { kind: 'activity', name: 'calls.csv' })).run).toMatchObject({ created: 1 });
    const calls = (await itemsOf('ACTIVITY')).filter(({ kind }) => kind === 'call');
    expect(calls).toMatchObject([{ contactId, subject: 'About engines' }]);
  });

  it('find a product by its SKU and give it the workspace’s currency', async () => {
    const file = 'Name,SKU,Price\nGTX Pro,GTX-P,5000\nMG Basic,MG-B,12.50\n';
    const { run } = await ran(file, { kind: 'product', name: 'products.csv' }, { mode: 'upsert' });
    expect(run).toMatchObject({ created: 1, updated: 1 });
    const found = (await itemsOf('PRODUCT')).map(({ sku, prices }) => [sku, prices]).toSorted();
    expect(found).toMatchObject([
      ['GTX-P', [{ currency: 'EUR', amountCents: 500_000 }]],
      ['MG-B', [{ currency: 'EUR', amountCents: 1250 }]],
    ]);
  });
});

it('a file with the headers of one that was run begins with its mapping', async () => {
  const file = 'Vorname,Kennung,E-mail\nEva,K1,eva@example.com\n';
  const { id, columns } = await read(file);
  expect((await get(id)).body.isMappedAsBefore).toBeUndefined();
  const mapping = [
    { column: 0, field: 'firstName' },
    { column: 1, field: 'custom.mark' },
  ];
  await map(id, { body: { mapping } });
  expect((await read(file)).isMappedAsBefore).toBeUndefined(); // it has not been run
  await askToCheck(id, { body: {} });
  await workOn(acme, id);
  await askToRun(id);
  await workOn(acme, id);
  expect(await read(file.replace('Eva', 'Ida'))).toMatchObject({ mapping, isMappedAsBefore: true, columns });
  expect((await read(file, { kind: 'company' })).isMappedAsBefore).toBeUndefined();
});

it('what is made is history of who asked for it, with the import as its cause', async () => {
  const { id } = await ran('First Name,E-mail\nOnce,once@example.com\n');
  const [made] = await itemsOf('CONTACT', id);
  const changes = (await Array.fromAsync(readAll())).filter(
    ({ type, recordId }) => type === 'change' && recordId === made?.id,
  );
  expect(changes).toMatchObject([{ kind: 'created', cause: id, quiet: true, by: { kind: 'user' } }]);
  expect(await recordStore(contactRecord).find(acme, String(made?.id))).toBeDefined();
});

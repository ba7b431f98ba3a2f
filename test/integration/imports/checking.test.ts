import { beforeAll, describe, expect, it } from 'vitest';
import { workOn } from '../../../functions/imports/running/work-on.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ben, contactId } from '../../fixtures/ids.ts';
import { ownAlone as own } from '../../fixtures/policy.ts';
import type { Call } from '../../helpers/call.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { askToCheck, askToRead, checked, checkedRows, get, map, sent, useImports } from './import-world.ts';

const email = 'ada@engines.example';
beforeAll(async () => {
  await useImports();
  await keep(
    contactRecord,
    aContact({ id: contactId, ownerId: ben, emails: [{ address: email, key: email }] } as Parameters<
      typeof aContact
    >[0]),
  );
});

const rowsOf = async (id: string, outcome: string) =>
  (await checkedRows(id, { query: { outcome, limit: '100' } })).body.items;

const people = [
  'First Name,Last Name,E-mail,Phone,Birthday',
  'ADA,LOVELACE,ADA@engines.example,,', // who is there already
  'Grace,Hopper,grace@example.com,030 1234567,09.12.1906',
  'Grace B.,Hopper,Grace@Example.com,,', // the same as the one before
  'Mary,Somerville,not an address,,31.02.1999',
  ',,,,',
  'Hedy,Lamarr,hedy@gmial.com,,',
].join('\n');

describe('a dry run', () => {
  it('says of each row what it would become, and makes nothing of any', async () => {
    const contacts = async () => (await Array.fromAsync(readAll())).filter(({ sk }) => sk === 'CONTACT');
    const before = await contacts();
    const { id, status, check } = await checked(people);
    expect(status).toBe('checked');
    expect(check).toMatchObject({ new: 3, existing: 1, repeated: 1, invalid: 0 });
    expect(await rowsOf(id, 'existing')).toMatchObject([
      { number: 1, existingId: contactId, values: { firstName: 'Ada', lastName: 'Lovelace' } },
    ]);
    expect(await rowsOf(id, 'repeated')).toMatchObject([{ number: 3, sameAs: 2 }]);
    expect(await rowsOf(id, 'new')).toMatchObject([
      {
        number: 2,
        values: { phones: [{ number: '+49301234567' }], birthday: '1906-12-09' },
        faults: [],
      },
      {
        number: 4,
        faults: expect.arrayContaining([
          expect.objectContaining({ field: 'email', from: 'not an address' }),
          expect.objectContaining({ field: 'birthday', from: '31.02.1999' }),
        ]),
      },
      { number: 5, suggestions: [{ field: 'email', from: 'hedy@gmial.com', to: 'hedy@gmail.com' }] },
    ]);
    expect(await contacts()).toEqual(before);
  });

  it('of rows that are no records says which and why', async () => {
    const companies = 'Company,Domain,Xyzzy\n,,red\nAcme,acme.example,red,blue\nEngines,engines.example,\n';
    const { id, check } = await checked(companies, { kind: 'company', name: 'companies.csv' });
    expect(check).toMatchObject({ new: 1, invalid: 2 });
    const faults = (await rowsOf(id, 'invalid')).map(({ number, faults }) => [number, faults[0]?.code]);
    expect(faults).toEqual([
      [1, 'row_empty'],
      [2, 'too_many_cells'],
    ]);
  });

  it('gives the rows of an outcome page by page, however far apart they stand', async () => {
    const lines = Array.from({ length: 1300 }, (_, at) =>
      at % 2 ? `P${at},p${at}@example.com` : `P${at},${email}`,
    );
    const { id, check } = await checked(`First Name,E-mail\n${lines.join('\n')}\n`);
    expect(check).toMatchObject({ new: 650, existing: 1, repeated: 649 });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await checkedRows(id, {
        query: { outcome: 'new', limit: '99', ...(cursor && { cursor }) },
      });
      seen.push(...body.items.map(({ number }) => number));
      cursor = body.cursor;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 650 }, (_, at) => 2 * at + 2));
  });

  it('counts for the mapping that it was made by: with another one it is to be made again', async () => {
    const { id } = await checked(people);
    const answer = await map(id, { body: { mapping: [{ column: 0, field: 'lastName' }] } });
    expect(answer.body).toMatchObject({ status: 'read' });
    expect(answer.body.check).toBeUndefined();
    expect((await checkedRows(id)).body.code).toBe('import_not_checked');
    await askToCheck(id);
    expect((await map(id, { body: { mapping: [] } })).body.code).toBe('import_busy');
    await workOn(acme, id);
    expect((await rowsOf(id, 'new'))[0]?.values).toEqual({ lastName: 'Ada' });
  });

  it('tells who has a key already only those who may read the record and see the key', async () => {
    const { id } = await checked(people);
    const seenBy = async (who: Call) => {
      const { body } = await checkedRows(id, { query: { outcome: 'existing' }, ...who });
      return body.items.map(({ number, existingId }) => [number, existingId]);
    };
    expect(await seenBy({})).toEqual([[1, contactId]]);
    expect(await seenBy(await keepRole({}, { contact: own }))).toEqual([[1, undefined]]);
    expect(await seenBy(await keepRole({ contact: { emails: 'hidden' } }))).toEqual([[1, undefined]]);
  });

  it('that is called twice finds the same and changes nothing more', async () => {
    const { id, version, check } = await checked(people);
    await workOn(acme, id);
    expect((await get(id)).body).toMatchObject({ version, check });
  });

  it('wants a file that was read, and a column that is mapped', async () => {
    const id = await sent(people);
    expect((await askToCheck(id)).body.code).toBe('import_not_read');
    await askToRead(id);
    await workOn(acme, id);
    await map(id, { body: { mapping: [] } });
    expect((await askToCheck(id)).body.code).toBe('import_unmapped');
  });
});

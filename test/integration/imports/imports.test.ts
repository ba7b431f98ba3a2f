import { beforeAll, describe, expect, it } from 'vitest';
import { byReason } from '../../../functions/due/reasons/by-reason.ts';
import { workOn } from '../../../functions/imports/running/work-on.ts';
import { catalogueItem, noFields, withField } from '../../../shared/fields/catalogue.ts';
import { importRecord } from '../../../shared/imports/import.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { aField } from '../../fixtures/field.ts';
import { acme } from '../../fixtures/ids.ts';
import { send } from '../../helpers/local-buckets.ts';
import { putItem } from '../../helpers/put-item.ts';
import { askToRead, begin, get, map, read, remove, rows, sent, useImports } from './import-world.ts';

const people = 'First Name;Last Name;E-mail\nAda;Lovelace;ada@example.com\nGrace;Hopper;grace@example.com\n';

beforeAll(useImports);

describe('a file that is brought', () => {
  it('is taken once, as large as was said, and told apart by what is in it', async () => {
    const one = await read(people);
    expect(one).toMatchObject({
      status: 'read',
      rows: 2,
      faultyRows: 0,
      format: { kind: 'csv', delimiter: ';', hasHeader: true },
      mapping: [
        { column: 0, field: 'firstName' },
        { column: 1, field: 'lastName' },
        { column: 2, field: 'email' },
      ],
    });
    const { body } = await begin({ size: 3 });
    expect((await send(body.upload, Buffer.from('too long'))).status).toBe(403);
    expect((await send(body.upload, Buffer.from('abc'))).status).toBe(200);
    expect((await send(body.upload, Buffer.from('xyz'))).status).toBe(412);
  });

  it('shows its rows as they were read, page by page, however many parts there are', async () => {
    const lines = Array.from({ length: 1203 }, (_, at) => `P${at + 1},p${at + 1}@example.com`);
    const { id, rows: count } = await read(`First Name,E-mail\n${lines.join('\n')}\n`);
    expect(count).toBe(1203);
    const seen: { number: number; cells: string[] }[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '96', ...(cursor && { cursor }) };
      const { body } = await rows(id, { query });
      seen.push(...body.items);
      cursor = body.cursor;
    } while (cursor);
    const numbers = Array.from({ length: 1203 }, (_, at) => at + 1);
    expect(seen).toEqual(
      numbers.map((number) => ({ number, cells: [`P${number}`, `p${number}@example.com`] })),
    );
    const other = await read(people);
    const { body } = await rows(id, { query: { limit: '96' } });
    expect((await rows(other.id, { query: { cursor: body.cursor ?? '' } })).body.code).toBe('cursor_invalid');
  });

  it('of no table that is known has failed, and says why', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff, 0xfe, 0, 1]);
    const one = await read(bytes, { name: 'picture.png' });
    expect(one).toMatchObject({ status: 'failed', failure: { code: 'import_file_unreadable' } });
    expect((await rows(one.id)).body.code).toBe('import_not_read');
    expect((await map(one.id, { body: { mapping: [] } })).body.code).toBe('import_not_read');
  });

  it('is read again by the format that somebody says', async () => {
    const { id } = await read('Ada,Lovelace\nGrace,Hopper\n');
    const format = { kind: 'csv', encoding: 'utf-8', delimiter: ',', quote: '"', hasHeader: false };
    expect((await askToRead(id, { body: { format } })).status).toBe(202);
    expect((await askToRead(id)).body.code).toBe('import_busy');
    expect(await remove(id)).toMatchObject({ body: { code: 'import_busy' } });
    await workOn(acme, id);
    expect((await get(id)).body).toMatchObject({ status: 'read', rows: 2, format });
    expect((await rows(id)).body.items[0]).toEqual({ number: 1, cells: ['Ada', 'Lovelace'] });
  });

  it('that has not come cannot be read', async () => {
    const { body } = await begin({});
    expect(await askToRead(body.id)).toMatchObject({ status: 409, body: { code: 'import_file_missing' } });
    expect((await get(body.id)).body.status).toBe('uploading');
  });

  it('is gone with all that was read of it when its import is deleted', async () => {
    const { id } = await read(people);
    const one = await importStore.get(acme, id);
    expect((await remove(id)).status).toBe(204);
    expect((await get(id)).body.code).toBe('import_not_found');
    const { fileOf, readPart } = await import('../../../shared/imports/import-object-store.ts');
    expect(await fileOf(one)).toBeUndefined();
    expect(await readPart(one, 0)).toEqual([]);
  });
});

describe('a column', () => {
  it('of the workspace’s own is found by its label', async () => {
    const field = aField({ of: 'contact', key: 'shoeSize', label: 'Schuhgröße' });
    await putItem(catalogueItem(acme, withField(noFields('contact'), field.id, field)) as never);
    const { mapping } = await read('Vorname;Schuhgröße\nAda;38\n');
    expect(mapping).toContainEqual({ column: 1, field: 'custom.shoeSize' });
  });
});

describe('a reading', () => {
  it('that is called twice, or late, changes nothing more', async () => {
    const { id, version } = await read(people);
    await workOn(acme, id);
    expect((await get(id)).body.version).toBe(version);
  });

  it('of which nothing is heard is asked for again twice, and then has failed', async () => {
    const id = await sent(people);
    await askToRead(id);
    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000 * 1.1).toISOString();
    const wake = (at: string) =>
      byReason.import(
        { pk: '', sk: '', at, reason: 'import', workspaceId: acme, of: importRecord.kind, id },
        at,
        () => true,
      );
    for (const hours of [24, 48]) {
      await wake(later(hours));
      expect((await get(id)).body.status).toBe('reading');
    }
    await wake(later(72));
    expect((await get(id)).body).toMatchObject({
      status: 'failed',
      failure: { code: 'import_unfinished' },
    });
    expect((await askToRead(id)).status).toBe(202); // a person may still ask
  });
});

describe('a mapping', () => {
  it('is replaced as a whole, and names columns and fields that there are, once each', async () => {
    const { id, version } = await read(people);
    const mapping = [
      { column: 1, field: 'fullName' },
      { column: 2, field: 'custom.login' },
    ];
    expect((await map(id, { body: { mapping } })).body).toMatchObject({ mapping, version: version + 1 });
    const faults = [
      [{ column: 3, field: 'email' }, '/mapping/0/column'],
      [{ column: 0, field: 'shoeSize' }, '/mapping/0/field'],
    ] as const;
    for (const [bad, pointer] of faults)
      expect((await map(id, { body: { mapping: [bad] } })).body.errors).toMatchObject([{ pointer }]);
    const twice = [0, 1].map((column) => ({ column, field: 'email' }));
    expect((await map(id, { body: { mapping: twice } })).body.errors).toMatchObject([
      { pointer: '/mapping/1/field' },
    ]);
    expect((await map(id, { body: { mapping } })).body.version).toBe(version + 1);
  });
});

describe('who may import', () => {
  it('may make records of that kind, too', async () => {
    const may = await begin({}, { role: 'manager' });
    expect(may.status).toBe(201);
    const policy = { cap: ['readonly'] };
    expect((await begin({}, policy)).status).toBe(403);
    expect((await begin({}, { role: 'rep' })).body.code).toBe('permission_missing');
  });
});

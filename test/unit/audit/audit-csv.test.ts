import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { auditCsv } from '../../../shared/audit/audit-csv.ts';
import type { AuditEntry } from '../../../shared/audit/audit-entry.ts';

const entry: AuditEntry = {
  id: 'ch_1',
  at: '2026-01-01T00:00:00.000Z',
  action: 'record.updated',
  actor: { kind: 'user', id: 'us_1', keyId: 'ky_1' },
  from: '192.0.2.1',
  record: { kind: 'contact', id: 'ct_1', version: 2 },
  fields: ['firstName', 'tags'],
  changes: { firstName: { before: '=1+1', after: 'say "hello",\nbye' }, tags: { after: ['a'] } },
  cause: 'req-1',
};

it('every cell comes out of a CSV reader as it went in', async () => {
  const [row] = parse(await auditCsv([entry]), { columns: true }) as Record<string, string>[];
  expect(row).toMatchObject({
    at: entry.at,
    actorId: 'us_1',
    keyId: 'ky_1',
    recordId: 'ct_1',
    version: '2',
    fields: 'firstName tags',
  });
  expect(JSON.parse(row?.changes ?? '')).toEqual(entry.changes);
});

it.each(['=cmd()', '+1+1', '-1-1', '@SUM(A1)', '\tx', '\rx', '\nx'])(
  'a cell that opens with %j is no formula',
  async (cause) => {
    const csv = await auditCsv([{ ...entry, cause }]);
    const [row] = parse(csv, { columns: true }) as Record<string, string>[];
    expect(row?.cause).toBe(`'${cause}`);
  },
);

it.each(['one\rtwo', 'one\ntwo', 'one\r\ntwo'])(
  'a cell with a line end stays one cell: %j',
  async (cause) => {
    const [row, ...more] = parse(await auditCsv([{ ...entry, cause }]), { columns: true }) as {
      cause: string;
    }[];
    expect([row?.cause, more]).toEqual([cause, []]);
  },
);

it('a file without lines still names its columns', async () => {
  expect(parse(await auditCsv([]))).toHaveLength(1);
});

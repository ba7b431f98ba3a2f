import { expect, it } from 'vitest';
import { newId } from '../../../shared/core/ids.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { dataExportStore } from '../../../shared/exports/data-export-store.ts';
import { putAll } from '../../../shared/platform/batch-write.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { listPk } from '../../../shared/records/list-entries.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme } from '../../fixtures/ids.ts';
import { ask, fileAt, get, run, useExports, useExportsBucket } from './export-world.ts';

const many = 5000;
const most = 200_000;

/** Contacts as they lie in the table, with their places in the list alone. */
async function keepMany(): Promise<void> {
  const all = Array.from({ length: many }, (_, n) => {
    const at = new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString();
    const address = `person${n}@engines.example`;
    const emails = [{ address, key: address }];
    return aContact({ id: newId('contact', at), createdAt: at, updatedAt: at, emails });
  });
  await putAll(all.map((one) => ({ ...one, ...recordKey(acme, 'contact', one.id) })));
  const pk = listPk(acme, 'contact', 'created');
  await putAll(all.map(({ id, createdAt }) => ({ pk, sk: `${createdAt}#${id}`, of: 'contact', id })));
}

it('five thousand rows are written piece by piece, for three requests a hundred, and each run goes on with the rest', async () => {
  await useExportsBucket();
  await useExports();
  await keepMany();
  const { body } = await ask({ format: 'csv' });
  resetMeter();
  await run(body.id, { isTimeLeft: () => false });
  const { pieces: first } = (await dataExportStore.find(acme, body.id)) ?? { pieces: [] };
  expect(first).toHaveLength(1);
  await run(body.id, { mostPieceBytes: most, isTimeLeft: () => meter.requests < 40 });
  const half = await dataExportStore.find(acme, body.id);
  expect(half).toMatchObject({ status: 'running' });
  // A piece is what is in memory: no larger than was said, and a page.
  const aPage = 100 * 400;
  for (const { bytes } of half?.pieces ?? []) expect(bytes).toBeLessThan(most + aPage);
  await run(body.id, { mostPieceBytes: most });
  const { requests, read } = meter;
  const { body: done } = await get(body.id);
  expect(done).toMatchObject({ status: 'ready', rows: many });
  const lines = (await fileAt(done.url ?? '')).split('\r\n').filter(Boolean);
  expect(lines).toHaveLength(many + 1);
  expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(many + 1);
  const pages = many / 100;
  expect(requests).toBeLessThan(pages * 3 + 60); // a contact’s score lies beside it; and some a piece
  expect(read).toBeLessThan(many * 2.5);
});

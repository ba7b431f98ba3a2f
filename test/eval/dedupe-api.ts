import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { startLocalCloud } from '../helpers/local-cloud.ts';
import type { DedupeSet } from './dedupe-load.ts';
import type { Scored } from './dedupe-pairs.ts';
import { tokenOf } from './forms-client.ts';
import { type Imported, importFile, type Target } from './import-client.ts';
import { type Client, clientOf } from './sales-client.ts';

type Row = Record<string, string>;
/** What tells who is meant, and no person brings. */
const truth = ['rec_id', 'cluster', 'unique_id'];

/** A set's file as somebody would bring it: without the truth, and without the number where nothing is to match by it. */
function brought(file: string, folder: string, isMatching: boolean): string {
  const rows: Row[] = parse(readFileSync(file), { columns: true, bom: true, trim: true });
  const left = new Set([...truth, ...(isMatching ? [] : ['soc_sec_id'])]);
  const columns = Object.keys(rows[0] ?? {}).filter((name) => !left.has(name));
  const path = join(folder, 'people.csv');
  writeFileSync(path, stringify(rows, { header: true, columns }));
  return path;
}

type Result = { number: number; recordId?: string };
type Pair = { records: { id: string }[]; probability: number };

/** Rows by the record that they became, in the order of the file. */
async function rowsOf(client: Client, { id }: Imported): Promise<Map<string, number[]>> {
  const records = new Map<string, number[]>();
  for (const result of ['created', 'updated', 'unchanged']) {
    const some = await client.pages<Result>(`/v1/imports/${id}/results`, { result }, 'GET results');
    for (const { number, recordId = '' } of some)
      records.set(recordId, [...(records.get(recordId) ?? []), number - 1]);
  }
  return records;
}

async function pairsOf(client: Client, places: Map<string, number>): Promise<Scored[]> {
  const pairs = await client.pages<Pair>('/v1/duplicates', { kind: 'contact' }, 'GET /v1/duplicates');
  return pairs.map(({ records, probability }) => {
    const [one = -1, other = -1] = records.map(({ id }) => places.get(id) ?? -1);
    return { one, other, probability };
  });
}

const socSecId = {
  ...{ of: 'contact', key: 'socSecId', label: 'Social security number', type: 'text' },
  identifies: true,
};

async function loadedIn(target: Target, idle: () => Promise<void>, file: string, isMatching: boolean) {
  const client = clientOf(target);
  if (isMatching) await client.post('/v1/fields', 'POST /v1/fields', socSecId);
  const mapped: Record<string, string> = isMatching ? { soc_sec_id: 'custom.socSecId' } : {};
  const one = await importFile(target, file, { kind: 'contact', mode: 'upsert', mapped });
  await idle();
  const records = await rowsOf(client, one);
  const places = new Map([...records.keys()].map((id, place) => [id, place]));
  return { run: one.run, rows: [...records.values()], pairs: await pairsOf(client, places) };
}

export type LoadedSet = {
  set: Pick<DedupeSet, 'name' | 'truth' | 'hasAddresses'> & { records: { rows: number[] }[] };
  pairs: Scored[];
  run: Imported['run'];
};
/**
 * Brings a set by the import API into a workspace of its own, a row whose e-mail address a record has already changing that record, and reads
 * what the API says of duplicates.
 */
export async function loadByApi(file: string, set: DedupeSet, isMatching: boolean): Promise<LoadedSet> {
  const cloud = await startLocalCloud();
  const folder = await mkdtemp(join(tmpdir(), 'dedupe-'));
  try {
    const target = { url: cloud.url, token: await tokenOf(cloud.url, 'admin@acme.test') };
    const path = brought(file, folder, isMatching);
    const { rows, pairs, run } = await loadedIn(target, () => cloud.idle(1800), path, isMatching);
    const { name, truth: known, hasAddresses } = set;
    return {
      set: { name, truth: known, hasAddresses, records: rows.map((some) => ({ rows: some })) },
      pairs,
      run,
    };
  } finally {
    await cloud.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pause } from '../../shared/platform/pause.ts';
import { send } from '../helpers/local-buckets.ts';
import { type Asked, askedOf } from './import-asked.ts';
import { clientOf } from './sales-client.ts';

type Mapped = { column: number; field: string };
export type Imported = {
  id: string;
  status: string;
  failure?: { code: string; detail: string };
  mapping?: Mapped[];
  columns?: { column: number; header: string; field?: string }[];
  check?: Record<string, number>;
  run?: Record<string, number>;
  /** What a dry run that takes no suggestion asks; none where suggestions are not to be taken. */
  asked?: Asked;
};
export type Target = { url: string; token: string };
type How = {
  kind: string;
  /** What a person puts right of the mapping: fields by headers. */
  mapped?: Record<string, string>;
  mode?: 'create' | 'upsert';
  /** Suggestions of so much confidence are taken. */
  acceptFrom?: number | undefined;
};

async function ask<T>({ url, token }: Target, method: string, path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url + path, { method, headers, body: body ? JSON.stringify(body) : null });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

const atRest = ['read', 'checked', 'done'];
/** The import once what was asked for is done. Throws where it has failed. */
async function settled(target: Target, path: string): Promise<Imported> {
  for (;;) {
    const one = await ask<Imported>(target, 'GET', path);
    if (one.status === 'failed') throw new Error(`${path}: ${one.failure?.code} ${one.failure?.detail}`);
    if (atRest.includes(one.status)) return one;
    await pause(100);
  }
}

function mappingOf({ columns = [], mapping = [] }: Imported, mapped: Record<string, string>): Mapped[] {
  const own = columns.flatMap(({ column, header }) => {
    const field = mapped[header];
    return field ? [{ column, field }] : [];
  });
  const fields = new Set(own.map(({ field }) => field));
  const taken = new Set(own.map(({ column }) => column));
  return [...own, ...mapping.filter(({ column, field }) => !fields.has(field) && !taken.has(column))];
}

async function tried(target: Target, path: string, how: Pick<How, 'mode' | 'acceptFrom'>): Promise<void> {
  await ask(target, 'POST', `${path}/check`, how);
  await settled(target, path);
}
/** What is asked of a person before suggestions of so much confidence are taken. */
async function askedFirst(
  target: Target,
  path: string,
  { mode, acceptFrom }: How,
): Promise<Asked | undefined> {
  if (acceptFrom === undefined) return undefined;
  await tried(target, path, { mode });
  return askedOf(clientOf(target), path, acceptFrom);
}

/** Brings a file by the import API as a person would: sent, read, mapped, tried out, put right by what is suggested, run. */
export async function importFile(target: Target, file: string, how: How): Promise<Imported> {
  const { kind, mapped = {}, mode = 'create', acceptFrom } = how;
  const { size } = await stat(file);
  const begun = await ask<Imported & { upload: Parameters<typeof send>[0] }>(target, 'POST', '/v1/imports', {
    kind,
    name: basename(file),
    size,
  });
  const sent = await send(begun.upload, await readFile(file));
  if (!sent.ok) throw new Error(`${file} was not taken: ${sent.status}`);
  const path = `/v1/imports/${begun.id}`;
  await ask(target, 'POST', `${path}/read`, {});
  await ask(target, 'PATCH', path, { mapping: mappingOf(await settled(target, path), mapped) });
  const asked = await askedFirst(target, path, { ...how, mode });
  await tried(target, path, { mode, acceptFrom });
  await ask(target, 'POST', `${path}/run`, {});
  return { ...(await settled(target, path)), ...(asked && { asked }) };
}

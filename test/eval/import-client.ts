import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pause } from '../../shared/platform/pause.ts';
import { send } from '../helpers/local-buckets.ts';

type Mapped = { column: number; field: string };
export type Imported = {
  id: string;
  status: string;
  failure?: { code: string; detail: string };
  mapping?: Mapped[];
  columns?: { column: number; header: string; field?: string }[];
  check?: Record<string, number>;
  run?: Record<string, number>;
};
export type Target = { url: string; token: string };
type How = {
  kind: string;
  /** What a person puts right of the mapping: fields by headers. */
  mapped?: Record<string, string>;
  mode?: 'create' | 'upsert';
  acceptFrom?: number;
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

/** Brings a file by the import API as a person would: sent, read, mapped, tried out, run. */
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
  await ask(target, 'POST', `${path}/check`, { mode, ...(acceptFrom && { acceptFrom }) });
  await settled(target, path);
  await ask(target, 'POST', `${path}/run`, {});
  return settled(target, path);
}

import { randomUUID } from 'node:crypto';
import { type Client, clientOf, type Json } from '../helpers/client.ts';
import { startLocalCloud } from '../helpers/local-cloud.ts';
import { median, rounded, table } from './print.ts';

const times = 40;

async function millisecondsUntil(holds: () => Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await holds())) if (performance.now() - began > 30_000) throw new Error('Not there after 30 s.');
  return performance.now() - began;
}

async function one(admin: Client): Promise<{ search: number; list: number }> {
  const word = `bench${randomUUID().replace(/\d|-/g, '')}`;
  const { id } = await admin.post('/v1/contacts', { firstName: 'Ada', lastName: word });
  const has = (path: string) => async () =>
    (await admin.get(path)).items.some((item: Json) => (item.record ?? item).id === id);
  const [search, list] = await Promise.all([
    millisecondsUntil(has(`/v1/search?q=${word}`)),
    millisecondsUntil(has('/v1/contacts?limit=5')),
  ]);
  return { search, list };
}

/** How long a contact that was made is not found yet, from its 201 on: over stream, projector and table of the local cloud. */
export async function measureUntilFound() {
  const cloud = await startLocalCloud({ env: { RAPPORT_DEMO: '0' } });
  const admin = await clientOf(cloud);
  await one(admin); // starts the workers
  const all: { search: number; list: number }[] = [];
  for (let n = 0; n < times; n++) all.push(await one(admin));
  await cloud.stop();
  const rows = (['search', 'list'] as const).map((by) => {
    const taken = all.map((each) => each[by]).sort((a, b) => a - b);
    return { by, 'p50 ms': rounded(median(taken), 0), 'most ms': rounded(taken.at(-1) ?? 0, 0) };
  });
  table(`A contact that was made is found after (${times} times)`, rows);
  return rows;
}

import { randomUUID } from 'node:crypto';

export type Target = { url: string; token: string };
type Method = 'GET' | 'POST' | 'PATCH';
export type Times = Map<string, number[]>;

const pause = (seconds: number) => new Promise((resume) => setTimeout(resume, seconds * 1000));
const patience = 30;

const waitOf = ({ headers }: Response) => Number(headers.get('retry-after') ?? 0.5);
/** A function that ran out of time is a 500 of the gateway's; every POST has a key, so that nothing is made twice. */
const isForNow = ({ status }: Response) => status === 429 || status >= 500;
const headersOf = ({ token }: Target, key: string) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'idempotency-key': key || randomUUID(),
});

/** A client that notes how long each kind of request took, by `name`. What is refused for a moment is asked again. */
export function clientOf(target: Target) {
  const times: Times = new Map();
  async function ask<T>(method: Method, path: string, name: string, sent?: object, key = ''): Promise<T> {
    const body = sent ? JSON.stringify(sent) : null;
    const request = { method, headers: headersOf(target, key), body };
    const once = async () => {
      const started = performance.now();
      const response = await fetch(target.url + path, request);
      const text = await response.text();
      times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
      return { response, text };
    };
    let { response, text } = await once();
    for (let tries = 1; isForNow(response) && tries < patience; tries++) {
      await pause(waitOf(response));
      ({ response, text } = await once());
    }
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
  return {
    times,
    get: <T>(path: string, name: string) => ask<T>('GET', path, name),
    patch: <T>(path: string, name: string, body: object) => ask<T>('PATCH', path, name, body),
    post: <T>(path: string, name: string, body: object, key?: string) =>
      ask<T>('POST', path, name, body, key),
    /** All items of a list, a hundred a page. */
    async pages<T>(path: string, query: Record<string, string>, name: string): Promise<T[]> {
      const all: T[] = [];
      let cursor: string | undefined;
      do {
        const params = new URLSearchParams({ ...query, limit: '100', ...(cursor && { cursor }) });
        const page = await ask<{ items: T[]; cursor?: string }>('GET', `${path}?${params}`, name);
        all.push(...page.items);
        cursor = page.cursor;
      } while (cursor);
      return all;
    },
  };
}
export type Client = ReturnType<typeof clientOf>;

type Result = { status: number; record?: { id: string }; error?: { code: string; detail: string } };
const batchSize = 100;
/** Tells what a run made from what was there: it may be run again on the same cloud. */
export const run = Date.now().toString(36);

/**
 * Makes up to a hundred records and answers their ids in order. A batch of which an item was refused for a moment is sent again
 * with its key, which makes only what was not made.
 */
async function makeBatch(client: Client, path: string, items: object[], key: string): Promise<string[]> {
  for (let tries = 1; ; tries++) {
    const name = `POST ${path}/batch/create`;
    const { results } = await client.post<{ results: Result[] }>(
      `${path}/batch/create`,
      name,
      { items },
      key,
    );
    const failed = results.find(({ record }) => !record);
    if (!failed) return results.flatMap(({ record }) => record?.id ?? []);
    const { status, error } = failed;
    if (status < 500 || tries === patience)
      throw new Error(`${path}: ${status} ${error?.code} ${error?.detail}`);
    await pause(0.5);
  }
}

/** Makes all, a hundred a request and a few requests at once, and answers their ids in order. */
export async function makeAll(
  client: Client,
  path: string,
  items: object[],
  connections = 2,
): Promise<string[]> {
  const batches: string[][] = [];
  const count = Math.ceil(items.length / batchSize);
  const waiting = Array.from({ length: count }, (_, n) => n).values(); // one iterator for all: each takes the next
  const work = async () => {
    for (const n of waiting) {
      const some = items.slice(n * batchSize, (n + 1) * batchSize);
      batches[n] = await makeBatch(client, path, some, `${run}-${path}-${items.length}-${n}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return batches.flat();
}

import { randomUUID } from 'node:crypto';
import { idle, tokenOf } from './forms-client.ts';

const pause = (seconds: number) => new Promise((resume) => setTimeout(resume, seconds * 1000));
const patience = 120;

type Asking = { url: string; token: string; workspaceId?: string };
const headersOf = ({ token, workspaceId }: Asking) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'idempotency-key': randomUUID(),
  ...(workspaceId && { 'rapport-workspace': workspaceId }),
});
const isForNow = ({ status }: Response) => status === 429 || status >= 500;
/** One request; what is refused for a moment is asked again, and every POST has a key, so that nothing is made twice. */
async function ask<T>(at: Asking, method: string, path: string, sent?: object): Promise<T> {
  const request = { method, headers: headersOf(at), body: sent ? JSON.stringify(sent) : null };
  for (let tries = 1; ; tries++) {
    const response = await fetch(at.url + path, request);
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as T;
    if (!isForNow(response) || tries === patience)
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    await pause(Number(response.headers.get('retry-after') ?? 0.5));
  }
}

/** A workspace of its own for each run, whose administrator we are; the authorizer hears of it within a minute. */
async function newWorkspace(at: Asking, name: string): Promise<string> {
  const { id } = await ask<{ id: string }>(at, 'POST', '/v1/workspaces', { name });
  for (let tries = 1; ; tries++) {
    try {
      await ask({ ...at, workspaceId: id }, 'GET', '/v1/workspaces/current');
      return id;
    } catch (error) {
      if (tries === patience) throw error;
      await pause(1);
    }
  }
}

type Result = { status: number; record?: { id: string }; error?: object };
const batchSize = 100;
const connections = 3;

export async function clientFor(url: string, user: string, name: string) {
  const token = await tokenOf(url, user);
  const workspaceId = await newWorkspace({ url, token }, name);
  const at = { url, token, workspaceId };
  const batch = async (what: 'create' | 'update', items: object[]): Promise<Result[]> => {
    const { results } = await ask<{ results: Result[] }>(at, 'POST', `/v1/contacts/batch/${what}`, { items });
    const failed = results.find(({ record }) => !record);
    if (failed) throw new Error(`${what}: ${JSON.stringify(failed)}`);
    return results;
  };
  return {
    get: <T>(path: string) => ask<T>(at, 'GET', path),
    put: <T>(path: string, body: object) => ask<T>(at, 'PUT', path, body),
    post: <T>(path: string) => ask<T>(at, 'POST', path, {}),
    idle: () => idle(url),
    /** Makes or changes all contacts, a hundred a request; answers their ids in order. */
    async all(what: 'create' | 'update', items: object[]): Promise<string[]> {
      const ids: string[] = [];
      const starts = Array.from(
        { length: Math.ceil(items.length / batchSize) },
        (_, n) => n * batchSize,
      ).values();
      const work = async () => {
        for (const start of starts) {
          const results = await batch(what, items.slice(start, start + batchSize));
          for (const [n, { record }] of results.entries()) ids[start + n] = record?.id ?? '';
        }
      };
      await Promise.all(Array.from({ length: connections }, work));
      return ids;
    },
    /** Every contact's score. */
    async scores(): Promise<Map<string, number>> {
      const found = new Map<string, number>();
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) });
        const page = await ask<{ items: { id: string; score?: number }[]; cursor?: string }>(
          at,
          'GET',
          `/v1/contacts?${query}`,
        );
        for (const { id, score = 0 } of page.items) found.set(id, score);
        cursor = page.cursor;
      } while (cursor);
      return found;
    },
    /** Learns, and waits until it has. */
    async learn(): Promise<void> {
      await ask(at, 'POST', '/v1/scoring/learn', {});
      for (let tries = 0; tries < 300; tries++) {
        const { learning } = await ask<{ learning?: { isDone: boolean } }>(at, 'GET', '/v1/scoring');
        if (learning?.isDone) return;
        await pause(1);
      }
      throw new Error('It does not come to have learned');
    },
  };
}
export type ScoringClient = Awaited<ReturnType<typeof clientFor>>;

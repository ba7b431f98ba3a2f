import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '../../infra/local/http.ts';
import { openBuckets } from '../../infra/local/services/s3.ts';
import type { Created } from '../../infra/local/services/s3-rules.ts';
import { openStore } from '../../infra/local/store.ts';

/** S3 as the local cloud has it, which holds presigned URLs to their signature; answers how it is closed. */
export async function startBuckets(
  names: readonly string[],
  telling?: string,
  tell: (object: Created) => void = () => undefined,
): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'buckets-'));
  const store = openStore(folder);
  const rules = names.map((name) => ({ name, cors: [], tellsBus: name === telling }));
  const server = await listen(openBuckets(join(folder, 's3'), store, rules, tell).handler);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: server.url,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  return async () => {
    await server.close();
    store.close();
  };
}

type Upload = { method: string; url: string; headers: Record<string, string> };
/** As a browser sends it: the length is its own to say. */
export const send = ({ method, url, headers }: Upload, body: Uint8Array) => {
  const { 'content-length': _, ...own } = headers;
  return fetch(url, { method, headers: own, body: new Uint8Array(body) });
};

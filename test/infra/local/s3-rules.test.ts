import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../../infra/local/http.ts';
import { openBuckets } from '../../../infra/local/services/s3.ts';
import { bucketRules, type Created } from '../../../infra/local/services/s3-rules.ts';
import { openStore, type Store } from '../../../infra/local/store.ts';

const folder = mkdtempSync(join(tmpdir(), 's3-rules-'));
const created: Created[] = [];
let store: Store;
let server: Listening;
const files = bucketRules({
  id: 'files',
  properties: {
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    CorsConfiguration: {
      CorsRules: [
        {
          AllowedOrigins: ['https://crm.example.com'],
          AllowedMethods: ['PUT'],
          AllowedHeaders: ['if-none-match'],
        },
      ],
    },
  },
});
beforeAll(async () => {
  store = openStore(folder);
  const buckets = [files, bucketRules({ id: 'quiet', properties: {} })];
  server = await listen(openBuckets(join(folder, 's3'), store, buckets, (one) => created.push(one)).handler);
});
afterAll(async () => {
  await server.close();
  store.close();
  rmSync(folder, { recursive: true });
});
const send = (path: string, init: RequestInit) => fetch(`${server.url}/${path}`, init);

test('a bucket that tells the bus tells of every object that is put, and of no other request', async () => {
  await send('files/a', { method: 'PUT', body: 'one' });
  await send('files/a', { method: 'GET' });
  await send('files/a', { method: 'PUT', body: 'two', headers: { 'if-none-match': '*' } });
  await send('quiet/a', { method: 'PUT', body: 'one' });
  const etag = createHash('md5').update('one').digest('hex');
  expect(created).toEqual([{ bucket: 'files', key: 'a', size: 3, etag }]);
});

test('an object of other bytes than its checksum says is not kept', async () => {
  const checksum = createHash('sha256').update('one').digest('base64');
  const put = (body: string) =>
    send('quiet/b', { method: 'PUT', body, headers: { 'x-amz-checksum-sha256': checksum } });
  expect((await put('two')).status).toBe(400);
  expect((await send('quiet/b', { method: 'GET' })).status).toBe(404);
  expect((await put('one')).status).toBe(200);
});

test('pages of an origin that the bucket names may send, and no others', async () => {
  const ask = (path: string, origin: string, method = 'PUT') =>
    send(path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': method } });
  const allowed = await ask('files/a', 'https://crm.example.com');
  expect(allowed.status).toBe(200);
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://crm.example.com');
  expect(allowed.headers.get('access-control-allow-headers')).toBe('if-none-match');
  const refused = await Promise.all([
    ask('files/a', 'https://evil.example'),
    ask('files/a', 'https://crm.example.com', 'DELETE'),
    ask('quiet/a', 'https://crm.example.com'),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { placeOfConsole, publishConsole } from '../../../infra/console/publish.ts';

const [s3, ssm] = [mockClient(S3Client), mockClient(SSMClient)];
beforeEach(() => {
  s3.reset();
  ssm.reset();
});
const folder = mkdtempSync(join(tmpdir(), 'publish-'));
mkdirSync(join(folder, 'assets'));
for (const file of [
  'index.html',
  'sw.js',
  'manifest.webmanifest',
  'assets/index-1a.js',
  'assets/board-2b.css',
])
  writeFileSync(join(folder, file), file);
afterAll(() => rmSync(folder, { recursive: true }));

test('a console is put in an order in which no page names what is not there, each file as it is to be kept', async () => {
  s3.on(PutObjectCommand).resolves({});
  expect(await publishConsole(new S3Client({}), 'bucket', folder)).toBe(5);
  const puts = s3.commandCalls(PutObjectCommand).map(({ args: [{ input }] }) => input);
  const keys = puts.map(({ Key = '' }) => Key);
  expect(keys.slice(0, 2).sort()).toEqual(['assets/board-2b.css', 'assets/index-1a.js']);
  expect(keys.at(-1)).toBe('index.html');
  for (const { Key = '', CacheControl, ContentType, Body } of puts) {
    expect(CacheControl).toBe(Key.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    expect(ContentType).not.toBe('application/octet-stream');
    expect(String(Body)).toBe(Key);
  }
});

test('a failure on the way leaves the page that was there', async () => {
  s3.on(PutObjectCommand).resolves({}).on(PutObjectCommand, { Key: 'sw.js' }).rejects(new Error('gone'));
  await expect(publishConsole(new S3Client({}), 'bucket', folder)).rejects.toThrow('gone');
  const keys = s3.commandCalls(PutObjectCommand).map(({ args: [{ input }] }) => input.Key);
  expect(keys).not.toContain('index.html');
});

test('where the console stands is what the stack says, and nothing before there is one', async () => {
  const place = { bucket: 'b', url: 'https://d111.cloudfront.net' };
  ssm.on(GetParameterCommand).resolves({ Parameter: { Value: JSON.stringify(place) } });
  expect(await placeOfConsole(new SSMClient({}), '/rapport/dev/console')).toEqual(place);
  ssm.on(GetParameterCommand).rejects(new ParameterNotFound({ message: 'none', $metadata: {} }));
  expect(await placeOfConsole(new SSMClient({}), '/rapport/dev/console')).toBeUndefined();
  ssm.on(GetParameterCommand).rejects(new Error('AccessDenied'));
  await expect(placeOfConsole(new SSMClient({}), '/rapport/dev/console')).rejects.toThrow('AccessDenied');
});

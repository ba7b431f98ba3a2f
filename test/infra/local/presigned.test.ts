import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from 'vitest';
import type { Request } from '../../../infra/local/http.ts';
import { presignedFault } from '../../../infra/local/services/presigned.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const endpoint = 'http://127.0.0.1:4566';
const s3 = new S3Client({ region: 'eu-west-1', endpoint, credentials, forcePathStyle: true });
const signingDate = new Date('2026-11-22T12:00:00Z');
const noon = signingDate.getTime();
const command = new GetObjectCommand({
  Bucket: 'mail',
  Key: 'files/offer ä.html',
  ResponseContentType: 'application/octet-stream',
  ResponseContentDisposition: 'attachment; filename="offer.html"',
});
const signed = async () => new URL(await getSignedUrl(s3, command, { expiresIn: 300, signingDate }));
const faultOf = (url: URL, now = noon, method = 'GET') => {
  const request = { method, path: url.pathname, query: url.searchParams, headers: { host: url.host } };
  return presignedFault(request as unknown as Request, 'local', now);
};

test('a link is good until it expires, to the second', async () => {
  const url = await signed();
  expect([faultOf(url), faultOf(url, noon + 300_000)]).toEqual([undefined, undefined]);
  expect(faultOf(url, noon + 301_000)).toBe('AccessDenied');
});

test.each([
  ['X-Amz-Expires', '604800'],
  ['X-Amz-Date', '20261122T130000Z'],
  ['response-content-type', 'text/html'],
  ['response-content-disposition', 'inline'],
  ['X-Amz-Signature', '0'.repeat(64)],
  ['X-Amz-Signature', ''],
  ['X-Amz-Credential', 'other/20261122/eu-west-1/s3/aws4_request'],
])('a link whose %s is made %s opens nothing', async (name, value) => {
  const url = await signed();
  url.searchParams.set(name, value);
  expect(faultOf(url)).toMatch(/^(SignatureDoesNotMatch|AccessDenied)$/);
});

test('a link opens no other object, and changes none', async () => {
  const url = await signed();
  expect(faultOf(url, noon, 'PUT')).toBe('SignatureDoesNotMatch');
  url.pathname = '/mail/files/other';
  expect(faultOf(url)).toBe('SignatureDoesNotMatch');
});

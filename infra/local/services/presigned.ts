import { createHash, createHmac } from 'node:crypto';
import type { Request } from '../http.ts';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The signature that the query should carry (Signature Version 4, "Authenticating requests: using query parameters"). */
function signatureOf({ method, path, query, headers }: Request, secret: string): string {
  const signed = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  const [, day = '', region = '', service = ''] = (query.get('X-Amz-Credential') ?? '').split('/');
  const parameters = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const canonical = [
    method,
    path,
    parameters.join('&'),
    ...signed.map((name) => `${name}:${(headers[name] ?? '').trim()}`),
    '',
    signed.join(';'),
    query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  ].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const date = query.get('X-Amz-Date') ?? '';
  const text = ['AWS4-HMAC-SHA256', date, `${day}/${region}/${service}/aws4_request`, hash].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

const momentOf = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/** S3's error code for a presigned URL that is too old or not signed with `secret`; undefined for a good one, or where none is used. */
export function presignedFault(request: Request, secret: string, now: number): string | undefined {
  const { query } = request;
  if (!query.has('X-Amz-Signature')) return undefined;
  const until = momentOf(query.get('X-Amz-Date') ?? '') + Number(query.get('X-Amz-Expires')) * 1000;
  if (!(now <= until)) return 'AccessDenied';
  return query.get('X-Amz-Signature') === signatureOf(request, secret) ? undefined : 'SignatureDoesNotMatch';
}

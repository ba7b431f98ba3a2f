import type { Answer, Handler, Request } from '../http.ts';
import type { Store } from '../store.ts';
import { escapeHtml } from './html.ts';
import { presignedFault } from './presigned.ts';
import { type Files, openFiles, type Put, type Row } from './s3-files.ts';
import { type BucketRules, type Created, corsHeaders, fitsChecksum, preflight } from './s3-rules.ts';

export type Buckets = { put: Put; handler: Handler };

const xml = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
});
const refuse = (status: number, code: string, message: string): Answer =>
  xml(status, `<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
const noSuchKey = refuse(404, 'NoSuchKey', 'The specified key does not exist.');
const preconditionFailed = refuse(
  412,
  'PreconditionFailed',
  'At least one of the pre-conditions did not hold',
);

/** The body without the SDK's chunk framing (`aws-chunked`): each chunk is its length in hexadecimal, a line end, and so many bytes. */
function unchunk(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.subarray(at, end).toString(), 16);
    if (end < 0 || !(size > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

const isChunked = ({ headers }: Request): boolean =>
  (headers['content-encoding'] ?? '').includes('aws-chunked') ||
  (headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');

/** What a presigned URL may ask the answer's headers to be. */
function overrides(query: URLSearchParams): Record<string, string> {
  const asked = [...query].filter(([name]) => name.startsWith('response-'));
  return Object.fromEntries(asked.map(([name, value]) => [name.slice('response-'.length), value]));
}

/** `bytes=a-b`, `bytes=a-` and `bytes=-n`; undefined for no or another range. */
function rangeOf(header: string | undefined, size: number): [number, number] | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || (from === '' && to === '')) return undefined;
  if (from === '') return [Math.max(0, size - Number(to)), size - 1];
  return [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
}

function objectAnswer(request: Request, row: Row, body: () => Buffer): Answer {
  const headers = {
    'content-type': 'binary/octet-stream',
    ...(JSON.parse(row.headers) as Record<string, string>),
    ...overrides(request.query),
    etag: `"${row.etag}"`,
    'last-modified': new Date(row.modified_at).toUTCString(),
    'accept-ranges': 'bytes',
  };
  if (request.method === 'HEAD')
    return { status: 200, headers: { ...headers, 'content-length': String(row.size) } };
  const range = rangeOf(request.headers.range, row.size);
  if (!range)
    return { status: 200, headers: { ...headers, 'content-length': String(row.size) }, body: body() };
  const [from, to] = range;
  const part = body().subarray(from, to + 1);
  const partial = {
    'content-range': `bytes ${from}-${to}/${row.size}`,
    'content-length': String(part.length),
  };
  return { status: 206, headers: { ...headers, ...partial }, body: part };
}

/** ListObjectsV2, without a delimiter. */
function listAnswer(files: Files, bucket: string, query: URLSearchParams): Answer {
  const prefix = query.get('prefix') ?? '';
  const most = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const from = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const found = files.list(bucket, prefix, from, most + 1);
  const rows = found.slice(0, most);
  const more = found.length > most;
  const contents = rows.map(
    ({ key, size, etag, modified_at }) =>
      `<Contents><Key>${escapeHtml(key)}</Key><LastModified>${new Date(modified_at).toISOString()}</LastModified><ETag>&quot;${etag}&quot;</ETag><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const next = more
    ? `<NextContinuationToken>${escapeHtml(rows.at(-1)?.key ?? '')}</NextContinuationToken>`
    : '';
  return xml(
    200,
    `<ListBucketResult><Name>${bucket}</Name><Prefix>${escapeHtml(prefix)}</Prefix><KeyCount>${rows.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
  );
}

/** ListObjectVersions: there is one of each, by the name that S3 has for those of a bucket without versions. */
function versionsAnswer(files: Files, bucket: string, query: URLSearchParams): Answer {
  const most = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const found = files.list(bucket, query.get('prefix') ?? '', query.get('key-marker') ?? '', most + 1);
  const rows = found.slice(0, most);
  const more = found.length > most;
  const versions = rows.map(
    ({ key, size, etag, modified_at }) =>
      `<Version><Key>${escapeHtml(key)}</Key><VersionId>null</VersionId><IsLatest>true</IsLatest><LastModified>${new Date(modified_at).toISOString()}</LastModified><ETag>&quot;${etag}&quot;</ETag><Size>${size}</Size></Version>`,
  );
  const next = more
    ? `<NextKeyMarker>${escapeHtml(rows.at(-1)?.key ?? '')}</NextKeyMarker><NextVersionIdMarker>null</NextVersionIdMarker>`
    : '';
  return xml(
    200,
    `<ListVersionsResult><Name>${bucket}</Name><IsTruncated>${more}</IsTruncated>${next}${versions.join('')}</ListVersionsResult>`,
  );
}

type Operation = (files: Files, bucket: string, key: string, request: Request) => Answer;

const get: Operation = (files, bucket, key, request) => {
  if (key === '' && request.query.has('versions')) return versionsAnswer(files, bucket, request.query);
  if (key === '') return listAnswer(files, bucket, request.query);
  const row = files.find(bucket, key);
  return row ? objectAnswer(request, row, () => files.read(row)) : noSuchKey;
};

const operations: Record<string, Operation> = {
  GET: get,
  HEAD: get,
  PUT: (files, bucket, key, request) => {
    if (request.headers['x-amz-copy-source'])
      return refuse(501, 'NotImplemented', 'No copies in the local cloud.');
    const old = files.find(bucket, key);
    if (request.headers['if-none-match'] === '*' && old) return preconditionFailed;
    const wanted = request.headers['if-match'];
    if (wanted && wanted !== `"${old?.etag}"`) return preconditionFailed;
    const body = isChunked(request) ? unchunk(request.body) : request.body;
    if (!fitsChecksum(request, body))
      return refuse(400, 'BadDigest', 'The SHA256 you specified did not match what we received.');
    const etag = files.put(bucket, key, body, request.headers);
    return { status: 200, headers: { etag: `"${etag}"` } };
  },
  DELETE: (files, bucket, key) => {
    files.remove(bucket, key);
    return { status: 204 };
  },
};

/** What a bucket that tells the bus tells of a request that has put an object. */
function createdBy({ method }: Request, { status }: Answer, files: Files, bucket: string, key: string) {
  const row = method === 'PUT' && status === 200 ? files.find(bucket, key) : undefined;
  return row && { bucket, key, size: row.size, etag: row.etag };
}

function answerFrom(files: Files, rules: BucketRules, key: string, request: Request): Answer {
  if (request.method === 'OPTIONS') return preflight(rules, request);
  const fault = presignedFault(request, 'local', Date.now());
  if (fault) return refuse(403, fault, 'The presigned URL is not valid');
  const operation = operations[request.method];
  return operation
    ? operation(files, rules.name, key, request)
    : refuse(501, 'NotImplemented', `The local cloud does not run S3 ${request.method}`);
}

/**
 * S3 in path style for the template's buckets, objects as files. An object has one version; lifecycle rules have no effect.
 * `created` hears of every object that is put over HTTP into a bucket that tells the bus.
 */
export function openBuckets(
  folder: string,
  store: Store,
  buckets: readonly BucketRules[],
  created: (object: Created) => void = () => {},
): Buckets {
  const files = openFiles(folder, store);
  const byName = new Map(buckets.map((rules) => [rules.name, rules]));
  const handler: Handler = (request) => {
    const [, bucket = '', ...rest] = request.path.split('/');
    const key = rest.map(decodeURIComponent).join('/');
    const rules = byName.get(bucket);
    if (!rules) return refuse(404, 'NoSuchBucket', 'The specified bucket does not exist');
    const answer = answerFrom(files, rules, key, request);
    const object = rules.tellsBus ? createdBy(request, answer, files, bucket, key) : undefined;
    if (object) created(object);
    return { ...answer, headers: { ...answer.headers, ...corsHeaders(rules, request) } };
  };
  return { put: files.put, handler };
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { consoleHeaders, type Origins } from '../../console/headers.ts';
import { cacheControlOf, contentTypeOf, fileAt, isApiPath } from '../../console/paths.ts';
import type { Answer, Request } from '../http.ts';

const compressible = /^(text\/|image\/svg|application\/(json|manifest))/;
const leastCompressed = 1000; // CloudFront leaves alone what is shorter

type Encoding = 'br' | 'gzip';
const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: promisify(gzip),
};

/** As CloudFront chooses: Brotli where the browser takes both. */
function encodingFor(type: string, body: Buffer, { headers }: Request): Encoding | undefined {
  if (!compressible.test(type) || body.length < leastCompressed) return undefined;
  const accepted = (headers['accept-encoding'] ?? '').split(',').map((one) => one.split(';')[0]?.trim());
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}

/** What a path names in the folder, wherever it points to; undefined where there is no such file. */
async function read(folder: string, path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(join(folder, normalize(decodeURIComponent(path))));
  } catch {
    return undefined; // not there, a folder, or no path at all
  }
}

const isSame = (asked: string | undefined, etag: string): boolean =>
  (asked ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .includes(etag);

type Compressed = (body: Buffer, etag: string, encoding: Encoding) => Promise<Buffer>;
/** Compressed once for each content, however often it is asked for. */
function compressor(): Compressed {
  const made = new Map<string, Promise<Buffer>>();
  return (body, etag, encoding) => {
    const key = `${encoding} ${etag}`;
    const compressed = made.get(key) ?? compress[encoding](body);
    if (made.size > 500) made.clear(); // of builds long gone
    made.set(key, compressed);
    return compressed;
  };
}

/** How a file that is there is sent: whole, compressed, or not again. */
async function sendFile(
  file: string,
  body: Buffer,
  request: Request,
  compressed: Compressed,
): Promise<Answer> {
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const type = contentTypeOf(file);
  const encoding = encodingFor(type, body, request);
  const headers = {
    etag: encoding ? `W/${etag}` : etag,
    'cache-control': cacheControlOf(file),
    vary: 'accept-encoding',
  };
  if (isSame(request.headers['if-none-match'], etag)) return { status: 304, headers };
  const sent = encoding ? await compressed(body, etag, encoding) : body;
  const form = { 'content-type': type, 'content-length': String(sent.length) };
  return {
    status: 200,
    headers: { ...headers, ...form, ...(encoding && { 'content-encoding': encoding }) },
    body: sent,
  };
}

/**
 * The built console in `folder`, as CloudFront serves it from the bucket: each request reads the disk, so that a new build is there
 * at once. Answers undefined for what the API owns.
 */
export function consoleHandler(folder: string, origins: Origins) {
  const headers = consoleHeaders(origins);
  const compressed = compressor();

  const answer = async (request: Request): Promise<Answer> => {
    if (!['GET', 'HEAD'].includes(request.method)) return { status: 403, headers };
    const file = fileAt(request.path);
    const body = await read(folder, file);
    if (!body) return { status: 404, headers };
    const sent = await sendFile(file, body, request, compressed);
    return { ...sent, headers: { ...headers, ...sent.headers } };
  };
  return (request: Request): Promise<Answer> | undefined =>
    isApiPath(request.path) ? undefined : answer(request);
}

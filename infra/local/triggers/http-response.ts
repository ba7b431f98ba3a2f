import { type Answer, json } from '../http.ts';

/** Lambda answers at most 6 MB. */
export const maxLambdaBytes = 6 * 1024 * 1024;

export const unauthorized = json(401, { message: 'Unauthorized' });
export const forbidden = json(403, { message: 'Forbidden' });
export const notFound = json(404, { message: 'Not Found' });
export const requestTooLarge = json(413, { message: 'Request Entity Too Large' });
export const tooManyRequests = json(429, { message: 'Too Many Requests' });
export const serverError = json(500, { message: 'Internal Server Error' });
export const unavailable = json(503, { message: 'Service Unavailable' });

type Structured = {
  statusCode: unknown;
  headers?: Record<string, unknown> | null;
  cookies?: string[] | null;
  body?: unknown;
  isBase64Encoded?: boolean;
};

const isStructured = (value: unknown): value is Structured =>
  typeof value === 'object' && value !== null && 'statusCode' in value;

function structured({ statusCode, headers, cookies, body, isBase64Encoded }: Structured): Answer {
  const status = Number(statusCode);
  const wrong = !Number.isInteger(status) || status < 100 || status > 599;
  if (wrong || (body !== undefined && body !== null && typeof body !== 'string')) return serverError;
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(named),
      ...(cookies && cookies.length > 0 && { 'set-cookie': cookies }),
      ...(status !== 204 && status !== 304 && { 'content-length': String(bytes.length) }),
    },
    body: bytes,
  };
}

/**
 * A function's answer as API Gateway sends it on (payload format 2.0): an object with `statusCode` is taken as it says, anything
 * else is the JSON body of a 200; a malformed answer is a 500.
 */
export function toAnswer(payload: string): Answer {
  if (Buffer.byteLength(payload) > maxLambdaBytes) return serverError;
  const value: unknown = JSON.parse(payload);
  if (isStructured(value)) return structured(value);
  const body = typeof value === 'string' ? value : payload;
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}

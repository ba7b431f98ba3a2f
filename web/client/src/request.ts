import type { Retries } from './retry.ts';

export type RequestOptions = {
  signal?: AbortSignal;
  /** The record that the change is based on, or its ETag: 412 if it has moved on. */
  ifMatch?: string | { version: number };
  /** Makes a POST one, even when another process sends it again; the client makes one by itself otherwise. */
  idempotencyKey?: string;
  retries?: Partial<Retries>;
  headers?: Record<string, string>;
};
/** A request to a path of the API; `isOnce` where that takes an Idempotency-Key, `false` where it takes none. */
export type Asked = {
  method: string;
  path: string;
  query?: object | undefined;
  body?: unknown;
  type?: string | undefined;
  isOnce?: boolean | undefined;
};

/** 128 random bits; `crypto.randomUUID` is not there on pages without TLS. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export function queryOf(query: object | undefined): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(
    given.map(([name, value]): [string, string] => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  ).toString();
  return text && `?${text}`;
}

function bodyOf({ body, type }: Asked): { body?: string | FormData | URLSearchParams; type?: string } {
  if (body === undefined) return {};
  if (body instanceof FormData || body instanceof URLSearchParams) return { body };
  if (type === 'application/x-www-form-urlencoded')
    return { body: new URLSearchParams(body as Record<string, string>) };
  return { body: JSON.stringify(body), type: 'application/json' };
}

const etagOf = (match: string | { version: number }) =>
  typeof match === 'string' ? match : `"${match.version}"`;

/** What `fetch` sends, but for the credential; and whether it may be sent again. */
export function initOf(asked: Asked, options: RequestOptions, workspace: string | undefined) {
  const key = options.idempotencyKey ?? (asked.isOnce ? newKey() : undefined);
  const { body, type } = bodyOf(asked);
  const headers: Record<string, string> = {
    accept: 'application/json',
    ...(type && { 'content-type': type }),
    ...(workspace && { 'rapport-workspace': workspace }),
    ...(key && { 'idempotency-key': key }),
    ...(options.ifMatch !== undefined && { 'if-match': etagOf(options.ifMatch) }),
    ...options.headers,
  };
  const init = {
    method: asked.method,
    headers,
    ...(body !== undefined && { body }),
    ...(options.signal && { signal: options.signal }),
  };
  return { init, isOnce: key !== undefined && asked.isOnce !== false };
}
export type Init = ReturnType<typeof initOf>['init'];

import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2WithLambdaAuthorizer } from 'aws-lambda';
import type * as z from 'zod';
import { rightsOf } from '../access/access-store.ts';
import type { Actor, Once } from '../core/actor.ts';
import { AppError, type ErrorDetail } from '../core/errors.ts';
import { permissionsOf } from '../core/rights.ts';
import type { Route } from '../core/route.ts';
import { hidesFields } from '../core/veil.ts';
import { Authorization } from '../identity/membership.ts';
import { faultsOf, pointerOf } from './faults.ts';
import { parseJson } from './json-body.ts';
import { parseContext } from './parse-context.ts';

export type ApiEvent = APIGatewayProxyEventV2WithLambdaAuthorizer<unknown>;
const mostJsonBytes = 1_000_000;

/** An authorizer's answer and the workspace header as an actor; throws 401 for a refused credential, 404 for a foreign workspace. */
export async function actorOf(event: ApiEvent): Promise<Actor> {
  const { refused, userId, memberships, cap, scopes, keyId } = Authorization.parse(
    event.requestContext.authorizer?.lambda ?? {},
    parseContext(),
  );
  if (refused || !userId) {
    const detail = 'Send a valid access token or API key as a Bearer credential.';
    throw new AppError('unauthenticated', refused ?? 'credential_missing', detail);
  }
  const wanted = event.headers['rapport-workspace'];
  const membership = wanted ? memberships.find(({ workspaceId }) => workspaceId === wanted) : memberships[0];
  if (!membership) {
    throw new AppError('not_found', 'workspace_not_found', 'This credential has no such workspace.');
  }
  const { workspaceId, roles } = membership;
  const rights = { ...(await rightsOf(workspaceId, { userId, roles, cap })), scopes };
  const permissions = permissionsOf({ id: userId, rights });
  const from = event.requestContext.http.sourceIp;
  return { kind: 'user', workspaceId, id: userId, permissions, rights, keyId, from };
}

/** Parses a part of a request; throws `validation_failed` with a pointer for each fault. */
export function parsePart<S extends z.ZodType>(schema: S, value: unknown, part = ''): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true, ...parseContext() });
  if (result.success) return result.data;
  const errors = result.error.issues
    .flatMap(faultsOf)
    .slice(0, 50)
    .map(({ path, ...fault }): ErrorDetail => ({ pointer: `${part}${pointerOf(path)}`, ...fault }));
  throw new AppError('invalid', 'validation_failed', 'The request is not valid; see errors.', { errors });
}

const queryFault = (name: string, code: string, detail: string) => ({
  pointer: `?${pointerOf([name])}`,
  code,
  detail,
});
/**
 * The query's names, each once and known: one that is not would be passed over in silence, and API Gateway puts two of a name
 * together with a comma. Public routes take what links carry along.
 */
export function queryOf({ rawQueryString, queryStringParameters = {} }: ApiEvent, { query, access }: Route) {
  const known = 'shape' in query ? (query.shape as object) : undefined;
  if (access === 'public' || !known) return queryStringParameters;
  const names = [...new URLSearchParams(rawQueryString).keys()];
  const errors = [...new Set(names)].flatMap((name) => {
    if (!Object.hasOwn(known, name)) return [queryFault(name, 'unknown', 'There is no such parameter.')];
    if (names.indexOf(name) === names.lastIndexOf(name)) return [];
    return [queryFault(name, 'repeated', 'It is said once; where several are meant, by `filter`.')];
  });
  if (errors.length === 0) return queryStringParameters;
  throw new AppError('invalid', 'validation_failed', 'The request is not valid; see errors.', { errors });
}

export const rawBody = ({ body, isBase64Encoded }: ApiEvent): Buffer =>
  Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');

/** The media type alone, in lower case. */
export const mediaType = ({ headers }: ApiEvent) =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

const isJson = (type: string) => type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);

/** Throws `media_type_unsupported` for a body that was packed: nothing unpacks it, and a small one may become any size. */
export function plainBody({ headers, body }: ApiEvent): void {
  const coding = headers['content-encoding']?.trim().toLowerCase();
  if (!body || !coding || coding === 'identity') return;
  throw new AppError(
    'unsupported',
    'media_type_unsupported',
    'Send the body as it is, without Content-Encoding.',
  );
}

/** The JSON body; `{}` where there is none. */
export function jsonBody(event: ApiEvent): unknown {
  const raw = rawBody(event);
  if (raw.length === 0) return {};
  if (raw.length > mostJsonBytes) {
    throw new AppError('too_large', 'body_too_large', `A body has at most ${mostJsonBytes} bytes.`);
  }
  if (!isJson(mediaType(event))) {
    throw new AppError('unsupported', 'media_type_unsupported', 'Send the body as application/json.');
  }
  return parseJson(raw);
}

const etagForm = /^(?:W\/)?"(\d+)"$/;
/** Versions named by If-Match or If-None-Match (RFC 9110, 13.1); `*` is any. */
function versionsOf(header: string): number[] | '*' {
  if (header.trim() === '*') return '*';
  return header.split(',').flatMap((tag) => {
    const version = etagForm.exec(tag.trim())?.[1];
    return version && !tag.includes('W/') ? Number(version) : [];
  });
}
export type Match = number[] | '*' | undefined;
export const ifMatch = ({ headers }: ApiEvent): Match => {
  const header = headers['if-match'];
  return header === undefined ? undefined : versionsOf(header);
};
export const isUnchanged = ({ headers }: ApiEvent, etag: string | undefined) => {
  const header = headers['if-none-match'];
  if (!header || !etag) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
};
export const etagOf = (value: unknown): string | undefined => {
  const version = (value as { version?: unknown } | undefined)?.version;
  return typeof version === 'number' ? `"${version}"` : undefined;
};

/** An answer without what its reader may not see. */
export const veiled = ({ veil }: Route, actor: Actor, answer: unknown): unknown =>
  veil && hidesFields(actor) ? veil(actor, answer as never) : answer;
/** An answer as its contract says it and its reader may see it. */
export const shownBody = (route: Route, actor: Actor, value: unknown): string =>
  JSON.stringify(veiled(route, actor, route.response.parse(value, parseContext())));

const keyForm = /^[\x21-\x7e]{1,255}$/;
/** The `Idempotency-Key` of a POST, with what makes the request the same one: operation, path, query and body. */
export function onceOf(event: ApiEvent, route: Route, actor: Actor): Once | undefined {
  const key = event.headers['idempotency-key'];
  if (key === undefined || route.method !== 'POST') return undefined;
  if (!keyForm.test(key)) {
    const detail = 'An Idempotency-Key is 1 to 255 visible ASCII characters, a UUID for example.';
    throw new AppError('invalid', 'idempotency_key_invalid', detail);
  }
  const what = [route.operationId, event.rawPath, event.rawQueryString, rawBody(event).toString('base64')];
  const fingerprint = createHash('sha256').update(what.join('\n')).digest('base64url');
  const answer = (value: unknown) => ({
    status: route.status,
    body: shownBody(route, actor, value),
  });
  // A key sees less than its user may: it has answers of its own.
  return { key: [route.operationId, actor.keyId ?? '', key].join('\n'), fingerprint, answer };
}

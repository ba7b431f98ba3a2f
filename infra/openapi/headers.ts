import type { Route } from '../../shared/core/route.ts';
import type { Json } from './components.ts';

const parameter = (name: string, description: string, schema: Json, example: string): Json => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', ...schema },
  example,
});

/** The headers that requests may have, under `components.parameters`. */
export const headerParameters: Record<string, Json> = {
  Workspace: parameter(
    'Rapport-Workspace',
    'Selects one of the workspaces of the credential; its first where it is left out.',
    {},
    'ws_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
  ),
  IdempotencyKey: parameter(
    'Idempotency-Key',
    'A repeated request with the same key (24 h) answers as the first did; with another body it is 422.',
    { maxLength: 255 },
    '6b1f6c0a-7c1e-4f43-9d0b-3b0a6f2f9a11',
  ),
  IfMatch: parameter(
    'If-Match',
    'The ETag of the version that the change is based on; 412 if it has moved on.',
    {},
    '"3"',
  ),
  IfNoneMatch: parameter(
    'If-None-Match',
    'The ETag that one has; 304 without a body while the record has not changed.',
    {},
    '"3"',
  ),
};

const header = (description: string, schema: Json, example: unknown): Json => ({
  description,
  schema,
  example,
});

/** The headers that answers may have, under `components.headers`. */
export const answerHeaders: Record<string, Json> = {
  ETag: header('The version of the record, for `If-Match` and `If-None-Match`.', { type: 'string' }, '"3"'),
  RetryAfter: header('Seconds after which the same request may succeed.', { type: 'integer', minimum: 0 }, 2),
  RequestId: header(
    'Names the request in the logs; quote it to who runs the deployment.',
    { type: 'string' },
    'JKJaXmPLvHcESHA=',
  ),
  IdempotentReplayed: header(
    '`true`: the answer of the first request with this key.',
    { type: 'string', const: 'true' },
    'true',
  ),
  Location: header(
    'Where what was made, or has another id since a merge, is read.',
    { type: 'string' },
    '/v1/contacts/ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
  ),
};

const parameterNamed = (name: string): Json => ({ $ref: `#/components/parameters/${name}` });
export const headersNamed = (names: Record<string, string>): Json =>
  Object.fromEntries(
    Object.entries(names).map(([name, component]) => [name, { $ref: `#/components/headers/${component}` }]),
  );

const hasVersion = (json: Json) => 'version' in ((json.properties as Json | undefined) ?? {});
const mayBeUnchanged = ({ method, showsMore }: Route, answer: Json) =>
  method === 'GET' && !showsMore && hasVersion(answer);

/** What a request may say beside its path, query and body. */
export function requestHeaders(route: Route, answer: Json): Json[] {
  const { method, access } = route;
  const isOnce = method === 'POST' && access !== 'public';
  return [
    ...(access === 'public' ? [] : ['Workspace']),
    ...(isOnce ? ['IdempotencyKey'] : []),
    ...(method === 'PATCH' || method === 'DELETE' ? ['IfMatch'] : []),
    ...(mayBeUnchanged(route, answer) ? ['IfNoneMatch'] : []),
  ].map(parameterNamed);
}

/** What an answer that is no error says beside its body. */
export function successHeaders({ method, access }: Route, answer: Json, isMadeAtPage = false): Json {
  return headersNamed({
    'Rapport-Request-Id': 'RequestId',
    ...(hasVersion(answer) && { ETag: 'ETag' }),
    ...(isMadeAtPage && { Location: 'Location' }),
    ...(method === 'POST' && access !== 'public' && { 'Idempotent-Replayed': 'IdempotentReplayed' }),
  });
}

export const unchanged = (route: Route, answer: Json): Json =>
  mayBeUnchanged(route, answer)
    ? { 304: { description: 'It has not changed since.', headers: headersNamed({ ETag: 'ETag' }) } }
    : {};

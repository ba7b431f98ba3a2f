import type { Route } from '../../shared/core/route.ts';
import { codes } from '../../shared/docs/error-codes.ts';
import type { Json } from './components.ts';
import { headersNamed } from './headers.ts';

const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const always = ['validation_failed'];
const signedIn = [
  'credential_malformed',
  'token_invalid',
  'token_expired',
  'session_revoked',
  'key_unknown',
  'key_revoked',
  'key_expired',
  'user_unknown',
  'user_deactivated',
  'workspace_not_found',
  'rate_limited',
];

const owned =
  /^(contacts|companies|deals|tasks|activities|promises|products|orders|tickets):(create|edit|delete)$/;
const namesNobody = ['companies', 'products'];
const hidesNothing = ['activities'];
/** What is asked of every write of a record that has an owner: whose it is, to whom it goes (`shared/core/may-write.ts`), and that its person is there. */
function writeCodes({ access, method, path }: Route): string[] {
  const [, kind = '', verb] = owned.exec(access) ?? [];
  if (!verb || path.includes('/batch/')) return []; // of many each has its own answer
  const gives = (verb === 'create' || method === 'PATCH') && kind !== 'activities';
  return [
    ...(namesNobody.includes(kind) ? [] : ['contact_erased']),
    ...(verb === 'create' ? [] : ['record_out_of_reach']),
    ...(gives ? ['owner_out_of_reach'] : []),
    ...(gives && !hidesNothing.includes(kind) ? ['field_forbidden'] : []),
  ];
}

/** What is said of an id that means another record since a merge. */
const mergedCodes = ({ method, path }: Route): string[] =>
  /\{(contact|company)Id\}/.test(path) ? [method === 'GET' ? 'record_moved' : 'record_merged'] : [];

const readsMany = ({ method, path, query }: Route) =>
  (method === 'GET' && 'shape' in query && Object.hasOwn(query.shape as object, 'limit')) ||
  /\/(search|read)$/.test(path);

/** The codes that an operation may answer with: those of its kind, and those that its contract names. */
function codesOf(route: Route): string[] {
  const { access, method, errors = [] } = route;
  return [
    ...always,
    ...(access === 'public' ? [] : signedIn),
    ...(access === 'public' || access === 'signed_in' ? [] : ['permission_missing']),
    ...(method === 'POST' ? ['idempotency_key_invalid'] : []),
    ...(method === 'POST' && access !== 'public' ? ['idempotency_key_reused'] : []),
    ...(method === 'PATCH' ? ['version_mismatch', 'version_conflict'] : []),
    ...(['POST', 'PATCH', 'PUT'].includes(method)
      ? ['json_malformed', 'body_too_large', 'media_type_unsupported']
      : []),
    ...(readsMany(route) ? ['answer_too_large'] : []),
    ...writeCodes(route),
    ...mergedCodes(route),
    ...errors,
  ];
}

const problemHeaders = (status: number) =>
  headersNamed({
    'Rapport-Request-Id': 'RequestId',
    ...(status === 301 && { Location: 'Location' }),
    ...([429, 503].includes(status) && { 'Retry-After': 'RetryAfter' }),
  });

const responseOf = (status: number, found: readonly string[]): Json => ({
  description: found.map((code) => `\`${code}\``).join(', '),
  headers: problemHeaders(status),
  content,
});
/** Answers that are the same everywhere, under `components.responses`. */
const common: Record<string, [number, string[]]> = {
  Unauthenticated: [401, signedIn.filter((code) => codes[code]?.status === 401)],
  PermissionMissing: [403, ['permission_missing']],
  VersionMismatch: [412, ['version_mismatch']],
  BodyTooLarge: [413, ['body_too_large']],
  MediaTypeUnsupported: [415, ['media_type_unsupported']],
  IdempotencyKeyReused: [422, ['idempotency_key_reused']],
  RateLimited: [429, ['rate_limited']],
  Internal: [500, ['internal']],
};
export const commonResponses: Record<string, Json> = Object.fromEntries(
  Object.entries(common).map(([name, [status, found]]) => [name, responseOf(status, found)]),
);

function answerOf(status: number, found: readonly string[]): Json {
  const same = Object.entries(common).find(
    ([, [other, all]]) => other === status && all.join() === found.join(),
  );
  return same ? { $ref: `#/components/responses/${same[0]}` } : responseOf(status, found);
}

/** A response for each status, naming the codes that it may have; a test holds that each code is explained. */
export function problemResponses(route: Route): Record<string, unknown> {
  const byStatus = new Map<number, string[]>();
  for (const code of new Set(codesOf(route))) {
    const status = codes[code]?.status;
    if (status !== undefined) byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const sorted = [...byStatus].sort(([a], [b]) => a - b);
  const responses = sorted.map(([status, found]) => [status, answerOf(status, found)]);
  return { ...Object.fromEntries(responses), default: answerOf(500, ['internal']) };
}

import { beforeAll, describe, expect, test, vi } from 'vitest';
import { functions } from '../../../infra/functions.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import type { Route } from '../../../shared/core/route.ts';
import { aContact } from '../../fixtures/contact.ts';
import { contactId } from '../../fixtures/ids.ts';
import { type Answered, type Call, call } from '../../helpers/call.ts';
import { makeForm, useAcme } from '../../helpers/form-world.ts';
import { keep } from '../../helpers/keep.ts';

const theirPage = 'https://www.customer.example';
const foreignPage = 'https://evil.example';
const ids: Record<string, string> = { contactId };
beforeAll(async () => {
  await useAcme();
  await keep(contactRecord, aContact());
  const { id, formKey } = await makeForm({ allowedOrigins: [theirPage] });
  Object.assign(ids, { formId: id, formKey });
});

const operations = functions.flatMap(({ entry, trigger }) =>
  trigger.kind === 'api'
    ? trigger.routes.map((route) => ({ entry, route, operationId: route.operationId }))
    : [],
);
const handlerOf = async (entry: string) =>
  (await import(new URL(`../../../${entry}`, import.meta.url).href)).handler;
const paramsOf = ({ path, example }: Route) => ({
  ...(example?.params as Record<string, string>),
  ...Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (ids[name] ? [[name, ids[name]]] : [])),
  ),
});
const asShown = (route: Route): Call => ({
  params: paramsOf(route),
  query: route.example?.query as Record<string, string>,
  body: ['POST', 'PATCH', 'PUT'].includes(route.method) ? (route.example?.body ?? {}) : undefined,
});
/** Requests that bring each kind of answer out: good, refused, not there, wrong, not taken, a page, nothing new. */
const kinds: Record<string, (route: Route) => Call> = {
  'as it is documented': asShown,
  'of a browser': (route) => ({ ...asShown(route), headers: { accept: 'text/html' } }),
  'of another page': (route) => ({ ...asShown(route), headers: { origin: foreignPage } }),
  'with a refused credential': (route) => ({ ...asShown(route), refused: 'token_expired' }),
  'without the right': (route) => ({ ...asShown(route), role: 'readonly' }),
  'for nothing there': (route) => ({ ...asShown(route), params: { ...paramsOf(route), formKey: 'fk_none' } }),
  'with nonsense': (route) => ({ params: paramsOf(route), query: { nonsense: '1' }, body: { nonsense: 1 } }),
  'with a packed body': (route) => ({ ...asShown(route), headers: { 'content-encoding': 'gzip' } }),
  'for news': (route) => ({ ...asShown(route), headers: { 'if-none-match': '*' } }),
};

function itIsGuarded({ headers }: Answered<Route>): void {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': expect.stringMatching(/^(no-referrer|strict-origin-when-cross-origin)$/),
    'cache-control': expect.stringMatching(/^(no-store|private, no-cache|public, max-age=\d{1,3})$/),
    'strict-transport-security': expect.stringMatching(/^max-age=\d{8,}/),
    'x-frame-options': 'DENY',
    'permissions-policy': expect.stringContaining('camera=()'),
    'cross-origin-resource-policy': expect.stringMatching(/^(same-origin|cross-origin)$/),
    'rapport-request-id': 'req-1',
  });
  const policy = headers['content-security-policy'] ?? '';
  for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", 'form-action '])
    expect(policy).toContain(rule);
  expect(policy).not.toMatch(/script-src|unsafe-eval|\*/);
}

const isPublicForm = ({ tag }: Route) => tag === 'Public forms';

describe('whatever is asked', () => {
  test.each(operations)('$operationId answers with every header that guards', async ({ entry, route }) => {
    const handler = await handlerOf(entry);
    for (const [kind, requestTo] of Object.entries(kinds)) {
      const answered = await call(handler, route, requestTo(route));
      try {
        itIsGuarded(answered);
        if (!isPublicForm(route)) {
          const shared = Object.keys(answered.headers).filter((name) => name.startsWith('access-control-'));
          expect(shared).toEqual([]);
        }
      } catch (error) {
        throw new Error(`${kind}: ${answered.status}`, { cause: error });
      }
    }
  });
});

test('what the function does not know, and what breaks in it, is guarded too', async () => {
  const [docs] = operations.filter(({ operationId }) => operationId === 'getHealth');
  const handler = await handlerOf(docs?.entry ?? '');
  const route = docs?.route as Route;
  itIsGuarded(await call(handler, { ...route, path: '/v1/nothing' }));
  vi.stubEnv('TABLE_NAME', 'none');
  const broken = await call(handler, route);
  vi.unstubAllEnvs();
  expect(broken.status).toBe(500);
  itIsGuarded(broken);
});

describe('CORS', () => {
  let [theirKey, openKey] = ['', ''];
  beforeAll(async () => {
    theirKey = (await makeForm({ allowedOrigins: [theirPage] })).formKey;
    openKey = (await makeForm({ allowedOrigins: ['*'] })).formKey;
  });
  const open = operations.filter(({ route }) => isPublicForm(route));
  test.each(open)(
    'of $operationId is for the pages that the form names, and no other',
    async ({ entry, route }) => {
      const handler = await handlerOf(entry);
      const allowed = async (origin: string, formKey: string) => {
        const one = { ...asShown(route), params: { formKey }, headers: { origin } };
        return (await call(handler, route, one)).headers['access-control-allow-origin'];
      };
      const isScript = route.operationId === 'getEmbedScript'; // nothing secret is in it
      expect(await allowed(theirPage, theirKey)).toBe(isScript ? '*' : theirPage);
      expect(await allowed(foreignPage, theirKey)).toBe(isScript ? '*' : undefined);
      expect([foreignPage, '*']).toContain(await allowed(foreignPage, openKey));
    },
  );

  test('never lets a page send a person’s credentials along', async () => {
    for (const { entry, route } of open) {
      const one = { ...asShown(route), params: { formKey: theirKey }, headers: { origin: theirPage } };
      const { headers } = await call(await handlerOf(entry), route, one);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  const closed = operations.filter(({ route }) => !isPublicForm(route) && route.method !== 'OPTIONS');
  test.each(closed)('is not answered for $operationId: OPTIONS is a 404', async ({ route }) => {
    // API Gateway knows no such route, so that `$default` has it.
    expect(
      operations.some((other) => other.route.path === route.path && other.route.method === 'OPTIONS'),
    ).toBe(false);
    const fallback = functions.find(({ trigger }) => trigger.kind === 'api' && trigger.fallback);
    const handler = await handlerOf(fallback?.entry ?? '');
    const { status, headers } = await call(
      handler,
      { ...route, access: 'public', method: 'OPTIONS' },
      {
        headers: { origin: foreignPage, 'access-control-request-method': route.method },
      },
    );
    expect(status).toBe(404);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('behind an edge', () => {
  const get = async (headers: Record<string, string>, open = '') => {
    const { entry, route } = operations.find(
      ({ operationId }) => operationId === 'getMe',
    ) as (typeof operations)[0];
    vi.stubEnv('EDGE_SECRET', 'what only the edge knows');
    vi.stubEnv('EDGE_OPEN', open);
    const answered = await call(await handlerOf(entry), route, { headers });
    vi.unstubAllEnvs();
    return answered;
  };
  test.each([
    {},
    { 'rapport-edge': '' },
    { 'rapport-edge': 'what only the edge know' },
    { 'rapport-edge': 'x' },
  ])('who goes past it with %j is refused', async (headers) => {
    const answered = await get(headers as Record<string, string>);
    expect([answered.status, answered.body.code]).toEqual([403, 'edge_bypassed']);
    itIsGuarded(answered);
  });
  test('who comes by it is served, and who goes past it where that is no harm', async () => {
    expect((await get({ 'rapport-edge': 'what only the edge knows' })).status).toBe(200);
    expect((await get({}, '1')).status).toBe(200);
  });
});

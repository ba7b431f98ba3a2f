import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { functions } from '../../../infra/functions.ts';
import { openApiDocument } from '../../../infra/openapi/document.ts';
import { allRoutes } from '../../../infra/openapi/write.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import type { Route } from '../../../shared/core/route.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { codes } from '../../../shared/docs/error-codes.ts';
import { credentialItem } from '../../../shared/identity/credential-store.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, contactId, dealId } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { type Answered, type Call, call } from '../../helpers/call.ts';
import { isDocumented } from '../../helpers/documented.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { makeForm, useAcme } from '../../helpers/form-world.ts';
import { keep } from '../../helpers/keep.ts';
import { putItem } from '../../helpers/put-item.ts';
import { haveAccount } from '../../helpers/user-pool.ts';
import { exampleOf, type Operation, requestTo } from './arbitrary-request.ts';
import type { Schemas } from './arbitrary-value.ts';
import { refusals } from './example-refusals.ts';
import { forget, known, learn } from './known-ids.ts';
import { useNeighbours } from './neighbours.ts';

/** Requests to each operation: few in the gate, many with FUZZ=full, and more still with FUZZ=<number>. */
const { FUZZ = '' } = process.env;
const numRuns = FUZZ === 'full' ? 2000 : Number(FUZZ) || 8;
const patience = { timeout: FUZZ ? 3_600_000 : 600_000 };

type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Schemas } };
const document = openApiDocument(allRoutes()) as Document;
const operations = functions.flatMap(({ entry, trigger }) =>
  trigger.kind === 'api'
    ? trigger.routes.map((route) => ({ entry, route, operationId: route.operationId }))
    : [],
);
const operationOf = ({ path, method }: Route): Operation => {
  const found = document.paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`The document lacks ${method} ${path}`);
  return found;
};

const handlerOf = async (entry: string) =>
  (await import(new URL(`../../../${entry}`, import.meta.url).href)).handler;
/** What is made by saying what it is to be. */
const puts = ['putSpend', 'putTarget'];
const isCreate = ({ route: { operationId, method, access, path } }: (typeof operations)[number]) =>
  puts.includes(operationId) || (method === 'POST' && access !== 'public' && !path.includes('{'));

beforeAll(useNeighbours);

/** What the examples that make something were answered with when nothing was there yet. */
const atFirst = new Map<string, Answered<Route>>();
/** Everything anew after an operation that may have taken it away. */
let isThere = false;
const takesAway = ({ method, operationId }: Route) =>
  method === 'DELETE' || /^(erase|remove|deactivate|delete|signOut|revoke)/.test(operationId);
async function makeWorld(): Promise<void> {
  forget();
  await useAcme();
  for (const userId of [ann, ben]) {
    const credential = { userId, memberships: [{ workspaceId: acme, roles: ['admin'] }], revision: 1 };
    await putItem(credentialItem(`sub-${userId}`, credential));
    for (const subject of [userId, `sub-${userId}`]) haveAccount(`${userId}@acme.test`, subject);
  }
  learn(await keep(contactRecord, aContact()));
  learn(await keep(dealRecord, aDeal({ contactId })));
  learn(await keep(taskRecord, aTask({ contactId, dealId })));
  learn(await keep(activityRecord, anActivity({ contactId, dealIds: [dealId] })));
  learn(await makeForm());
  for (const { entry, route } of operations.filter(isCreate)) {
    const body = exampleOf(route.example?.body ?? {});
    const answered = await call(await handlerOf(entry), route, known({ body }));
    learn(answered.body);
    atFirst.set(route.operationId, answered);
  }
  await settleAll();
}
beforeEach(async () => {
  if (!isThere) await makeWorld();
  isThere = true;
});

function itIsAProblem({ operationId }: Route, { status, headers, body }: Answered<Route>): void {
  expect(headers['content-type']).toMatch(/^(application\/problem\+json|text\/html)/);
  if (headers['content-type']?.startsWith('text/html')) return;
  expect(isDocumented(operationId, status, body.code), 'is not in the document').toBe(true);
  expect(body).toMatchObject({ status, title: expect.any(String), requestId: 'req-1' });
  expect(Object.keys(codes)).toContain(body.code);
  expect(codes[body.code ?? '']?.status).toBe(status);
  for (const fault of body.errors ?? [])
    expect(fault).toEqual({
      pointer: expect.stringMatching(/^\??(\/|$)/),
      code: expect.any(String),
      detail: expect.any(String),
    });
}

const isJson = ({ headers }: Answered<Route>) => headers['content-type'] === 'application/json';
/** Where a record may be there already, or be made: both are promised. Of one that was merged it is said where it is now. */
const promised = ({ status, also = [] }: Route) => [status, ...also, 301, 303, 304];
function itIsAsPromised(route: Route, answered: Answered<Route>): void {
  expect(promised(route)).toContain(answered.status);
  if (isJson(answered) && !route.produces) route.response.parse(answered.body);
}

/** The request that the document shows, with ids of what is there. */
function exampleRequest(route: Route): Call {
  const { parameters, requestBody } = operationOf(route);
  const [[type, media] = []] = Object.entries(requestBody?.content ?? {});
  const partOf = (where: string) =>
    Object.fromEntries(
      parameters
        .filter((one) => one.in === where && one.example !== undefined)
        .map(({ name, example }) => [
          name,
          typeof example === 'object' ? JSON.stringify(example) : String(example),
        ]),
    );
  const sent = { params: partOf('path'), query: partOf('query') };
  if (!media) return known(exampleOf(sent));
  if (type === 'application/json') return known(exampleOf({ ...sent, body: media.example }));
  const rawBody = new URLSearchParams(media.example as Record<string, string>).toString();
  return { ...known(exampleOf(sent)), rawBody, headers: { 'content-type': type ?? '' } };
}

describe('the example of the document', () => {
  // What takes away comes last, parts before wholes, so that the world need not be made anew for each.
  const isErasure = ({ operationId }: (typeof operations)[number]) => operationId.startsWith('erase');
  const isLink = ({ operationId }: (typeof operations)[number]) => operationId === 'deleteLink';
  const lasting = operations.filter(({ route }) => !takesAway(route));
  const taking = operations
    .filter((one) => takesAway(one.route) && !isErasure(one) && !isLink(one))
    .reverse();
  const inOrder = [...lasting, ...operations.filter(isLink), ...taking, ...operations.filter(isErasure)];
  afterAll(() => {
    isThere = false;
  });
  test.each(inOrder)('for $operationId is accepted by the server', async ({ entry, route }) => {
    const { operationId } = route;
    const one = exampleRequest(route);
    const answered = atFirst.get(operationId) ?? (await call(await handlerOf(entry), route, one));
    const said = `${operationId} ${shown(one)} ${JSON.stringify(answered.body)?.slice(0, 500)}`;
    const refusal = refusals[operationId];
    if (answered.status >= 400 && refusal) expect(answered.body?.code, said).toBe(refusal);
    else {
      expect([route.status, 201], said).toContain(answered.status);
      itIsAsPromised({ ...route, status: answered.status }, answered);
    }
  });

  test.each(operations.filter(({ operationId }) => /^upsert/.test(operationId) && !refusals[operationId]))(
    'for $operationId makes one, and changes that when it is sent again',
    async ({ entry, route }) => {
      await makeWorld();
      const one = exampleRequest(route);
      const made = await call(await handlerOf(entry), route, one);
      const changed = await call(await handlerOf(entry), route, one);
      expect([made.status, changed.status]).toEqual([201, 200]);
      expect(changed.body).toMatchObject({ id: (made.body as { id: string }).id });
    },
  );
});

const shown = (one: Call) =>
  JSON.stringify(one, (_, value) =>
    value instanceof Uint8Array ? `0x${Buffer.from(value).toString('hex')}` : value,
  ).slice(0, 5000);

test.each(operations)(
  '$operationId answers any request as the contract says, or with a problem that the documentation explains',
  patience,
  async ({ entry, route }) => {
    isThere = !takesAway(route);
    const handler = await handlerOf(entry);
    const requests = requestTo(operationOf(route), document.components.schemas);
    const sent = fc.asyncProperty(requests, async (symbolic) => {
      const one = known(symbolic);
      const answered = await call(handler, route, one);
      try {
        expect(answered.status).toBeLessThan(500);
        if (answered.status >= 400) itIsAProblem(route, answered);
        else itIsAsPromised(route, answered);
      } catch (error) {
        const said = JSON.stringify(answered.body)?.slice(0, 1000);
        throw new Error(`${route.method} ${route.path} ${shown(one)}\nanswered ${answered.status} ${said}`, {
          cause: error,
        });
      }
      learn(answered.body);
    });
    await fc.assert(sent, { numRuns, ...(process.env.FUZZ_SEED && { seed: Number(process.env.FUZZ_SEED) }) });
  },
);

test('no request has reached the prototype of all objects', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

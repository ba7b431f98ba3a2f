import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltinRole, builtinPolicy, builtinRoles } from '../../shared/access/builtin-roles.ts';
import { permissionsOf } from '../../shared/core/rights.ts';
import type { Route } from '../../shared/core/route.ts';
import { acme, globex } from '../fixtures/ids.ts';
import { type Call, call } from './call.ts';

type Capability = { handler: Parameters<typeof call>[0]; routes: readonly Route[] };

const byExample = ({ example }: Route): Call => ({
  params: example?.params as Record<string, string>,
  body: example?.body,
});
const permissionsOfRole = (role: BuiltinRole) => {
  const policy = builtinPolicy(role);
  const rights = { roles: policy ? [policy] : [], teamIds: [], circle: new Set<string>() };
  return permissionsOf({ id: 'somebody', rights });
};
/** What a role means may be read before it is known that it does not suffice; a record may not. */
const isOfRecords = (call: { args: unknown[] }) => {
  const [command] = call.args as [{ input?: { ExpressionAttributeValues?: Record<string, unknown> } }];
  return !String(command.input?.ExpressionAttributeValues?.[':pk']).endsWith('#ACCESS');
};
const hasCredential = ({ access }: Route) => access !== 'public';

/**
 * For test/unit: every route that wants a credential refuses a bad one (401), one whose role may not (403), and one of
 * another workspace (404), each before the table is asked for anything. Requests are the contracts' examples.
 */
export function itRefusesStrangers({ handler, routes }: Capability): void {
  const guarded = routes.filter(hasCredential);
  describe('to strangers', () => {
    let dynamo: ReturnType<typeof mockClient>;
    beforeAll(() => {
      dynamo = mockClient(DynamoDBDocumentClient);
    });
    beforeEach(() => {
      process.env.TABLE_NAME ??= 'none';
      dynamo.reset();
      dynamo.onAnyCommand().resolves({}); // a workspace without teams and roles of its own
    });
    afterAll(() => dynamo.restore());
    const ask = async (route: Route, more: Call) => {
      const answer = await call(handler, route, { ...byExample(route), ...more });
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(dynamo.calls().filter(isOfRecords)).toHaveLength(0);
      return answer;
    };

    it.each(guarded)('$operationId answers 401 with the reason that the authorizer gave', async (route) => {
      const answer = await ask(route, { refused: 'token_expired' });
      expect(answer).toMatchObject({ status: 401, body: { code: 'token_expired' } });
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    });

    it.each(guarded)('$operationId answers 404 to who chooses a workspace of others', async (route) => {
      const answer = await ask(route, { headers: { 'rapport-workspace': globex } });
      expect(answer).toMatchObject({ status: 404, body: { code: 'workspace_not_found' } });
    });

    const byPermission = guarded.filter(({ access }) => access !== 'signed_in');
    const refusals = byPermission.flatMap((route) =>
      builtinRoles
        .filter((role) => !permissionsOfRole(role).includes(route.access as never))
        .map((role) => ({ role, route, operationId: route.operationId })),
    );
    it.each(refusals)('$operationId answers 403 to the role $role', async ({ route, role }) => {
      expect(await ask(route, { role })).toMatchObject({
        status: 403,
        body: { code: 'permission_missing' },
      });
    });
  });
}

type Records = {
  /** By the name of the path parameter, ids of records that Globex has. */
  theirs: () => Record<string, string>;
  /** By the same names, ids that nobody has. */
  nobodys: Record<string, string>;
};

/**
 * For test/integration: wherever an id may stand (path, query, body), a record of another workspace gives the very answer
 * that one gives which never was.
 */
export function itHidesOtherWorkspaces({ handler, routes, theirs, nobodys }: Capability & Records): void {
  const names = Object.keys(nobodys);
  const accepts = (schema: Route['query'], value: object) => schema.safeParse(value).success;
  const answerOf = async (route: Route, one: Call, id: string) => {
    const { status, body } = await call(handler, route, { workspaceId: acme, ...one });
    return { status, body: JSON.stringify(body)?.replaceAll(id, '<id>') };
  };
  const same = async (route: Route, name: string, place: (id: string) => Call) => {
    const [their, nobody] = [theirs()[name] ?? '', nobodys[name] ?? ''];
    expect(their).not.toBe('');
    const answer = await answerOf(route, place(their), their);
    expect(answer).toEqual(await answerOf(route, place(nobody), nobody));
    return answer;
  };

  /** A list that is asked for by a body: what it names is a filter, and nothing refers to it. */
  const asksOnly = ({ path }: Route) => path.endsWith('/search');

  describe('of another workspace’s records', () => {
    const inPath = routes.flatMap((route) => {
      const name = names.find((one) => route.path.includes(`{${one}}`));
      return name && hasCredential(route) ? [{ route, name, operationId: route.operationId }] : [];
    });
    it.each(inPath)('$operationId says the 404 of what never was', async ({ route, name }) => {
      const answer = await same(route, name, (id) => ({
        ...byExample(route),
        params: { ...byExample(route).params, [name]: id },
      }));
      expect(answer.status).toBe(404);
    });

    const inQuery = routes.filter(hasCredential).flatMap((route) =>
      names
        .filter((name) => accepts(route.query, { [name]: nobodys[name] }))
        .filter((name) => !accepts(route.query, { [`${name}x`]: nobodys[name] }))
        .map((name) => ({ route, name, operationId: route.operationId })),
    );
    it.each(inQuery)(
      '$operationId shows as little by $name as of what never was',
      async ({ route, name }) => {
        await same(route, name, (id) => ({ ...byExample(route), query: { [name]: id } }));
      },
    );

    const bodyOf = (route: Route) => (route.example?.body ?? {}) as object;
    const inBody = routes.filter(hasCredential).flatMap((route) =>
      names
        .filter((name) => accepts(route.body, { ...bodyOf(route), [name]: nobodys[name] }))
        .filter((name) => !accepts(route.body, { ...bodyOf(route), [`${name}x`]: nobodys[name] }))
        .map((name) => ({ route, name, operationId: route.operationId })),
    );
    it.each(inBody)(
      '$operationId takes no $name of theirs, as none that never was',
      async ({ route, name }) => {
        const answer = await same(route, name, (id) => ({
          ...byExample(route),
          body: { ...bodyOf(route), [name]: id },
        }));
        if (!asksOnly(route)) expect(answer.status).toBeGreaterThanOrEqual(400);
      },
    );
  });
}

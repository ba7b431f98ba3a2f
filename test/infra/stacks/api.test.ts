import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { functions } from '../../../infra/functions.ts';
import { contractKey, type Route, routeKeyOf } from '../../../shared/core/route.ts';
import { type Found, resources } from './synthesized.ts';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'operationId' in value && 'access' in value;
/** The contracts that a module exports: one by one, in a list, or by what each is for. */
const routesIn = (value: unknown): Route[] => {
  if (isRoute(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(routesIn) : [];
};

let contracts: Route[];
let routes: Map<string, Found>;
let made: { of(type: string): Found[] };
beforeAll(async () => {
  const modules = await Promise.all(
    globSync('shared/**/*-routes.ts').map((file) => import(pathToFileURL(file).href)),
  );
  const all = modules.flatMap((module) => routesIn({ ...module }));
  contracts = [...new Map(all.map((route) => [routeKeyOf(route), route])).values()];
  const everything = await resources();
  made = { of: (type) => everything.of(type).filter(({ stack }) => ['api', 'records'].includes(stack)) };
  routes = new Map(made.of('AWS::ApiGatewayV2::Route').map((route) => [route.Properties.RouteKey, route]));
});

describe('the API', () => {
  test('has a route for every contract, by its method or by any of its path’s, and none besides but `$default`', () => {
    const keyFor = ({ path, method }: Route) =>
      routes.has(`ANY ${path}`) ? `ANY ${path}` : `${method} ${path}`;
    expect([...routes.keys()].sort()).toEqual([...new Set([...contracts.map(keyFor), '$default'])].sort());
    for (const contract of contracts)
      expect(contractKey(keyFor(contract), contract.method)).toBe(routeKeyOf(contract));
  });

  test('lets nobody but a public route’s callers in without a credential', () => {
    const open = [...routes]
      .filter(([, { Properties }]) => Properties.AuthorizationType === 'NONE')
      .map(([key]) => key);
    const isPublic = contracts.filter(({ access }) => access === 'public').map(routeKeyOf);
    expect(open.sort()).toEqual([...isPublic, '$default'].sort());
    for (const [key, { Properties }] of routes)
      if (!open.includes(key))
        expect(Properties, key).toMatchObject({
          AuthorizationType: 'CUSTOM',
          AuthorizerId: expect.anything(),
        });
  });

  test('sends what no route matches to the function that says so', () => {
    const fallbacks = functions.filter(({ trigger }) => trigger.kind === 'api' && trigger.fallback);
    expect(fallbacks.map(({ name }) => name)).toEqual(['docs-api']);
  });

  test('asks one authorizer, by the Authorization header alone, and keeps its answer for 30 seconds', () => {
    const authorizers = made.of('AWS::ApiGatewayV2::Authorizer').map(({ Properties }) => Properties);
    expect(authorizers).toEqual([
      expect.objectContaining({
        AuthorizerType: 'REQUEST',
        AuthorizerPayloadFormatVersion: '2.0',
        EnableSimpleResponses: true,
        AuthorizerResultTtlInSeconds: 30,
        IdentitySource: ['$request.header.Authorization'],
      }),
    ]);
  });

  test('calls a function through one integration of payload 2.0 and one permission, however many routes it has', () => {
    const served = functions.filter(({ trigger }) => trigger.kind === 'api').length;
    const integrations = made.of('AWS::ApiGatewayV2::Integration');
    expect(integrations).toHaveLength(served);
    for (const { Properties } of integrations) expect(Properties.PayloadFormatVersion).toBe('2.0');
    expect(made.of('AWS::Lambda::Permission')).toHaveLength(served + 2); // the authorizer's and that of `$default`
  });

  test('may call the function behind `$default`, whose calls name no method and no path', () => {
    const allowed = made
      .of('AWS::Lambda::Permission')
      .filter(({ Properties }) => JSON.stringify(Properties.SourceArn).endsWith('"/*/$default"]]}'));
    expect(allowed.map(({ Properties }) => Properties.FunctionName)).toEqual([
      { 'Fn::GetAtt': [expect.stringMatching(/^docsapi/), 'Arn'] },
    ]);
  });

  test('takes 500 requests a second, 200 of each public POST, and logs in JSON without a header, a query or a body', () => {
    const [stage, ...others] = made.of('AWS::ApiGatewayV2::Stage');
    expect(others).toEqual([]);
    const { DefaultRouteSettings, RouteSettings = {}, AccessLogSettings } = stage?.Properties ?? {};
    expect(DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 });
    const open = contracts
      .filter(({ access, method }) => access === 'public' && method === 'POST')
      .map(routeKeyOf);
    expect(Object.keys(RouteSettings).sort()).toEqual(open.sort());
    for (const setting of Object.values<Found['Properties']>(RouteSettings))
      expect(setting).toEqual({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 });
    const fields = Object.values<string>(JSON.parse(AccessLogSettings.Format));
    expect(fields).toContain('$context.requestId');
    expect(fields.filter((field) => /header|querystring|body|authorization|userAgent/i.test(field))).toEqual(
      [],
    );
  });

  test('sets no CORS of its own, which would replace what the functions say', () => {
    expect(made.of('AWS::ApiGatewayV2::Api').map(({ Properties }) => Properties.CorsConfiguration)).toEqual([
      undefined,
    ]);
  });
});

import type * as z from 'zod';
import { isPageOf, type Route } from '../../shared/core/route.ts';
import { tags } from '../../shared/docs/tags.ts';
import { ProblemBody } from '../../shared/records/problem-body.ts';
import { hasCsv } from '../../shared/reports/csv/has-csv.ts';
import { about } from './about.ts';
import { withBatchItems } from './batch.ts';
import { type Components, componentsOf, type Json } from './components.ts';
import { withNamedCustom } from './custom.ts';
import { exampled } from './examples.ts';
import { answerHeaders, headerParameters, requestHeaders, successHeaders, unchanged } from './headers.ts';
import { exportedNames } from './names.ts';
import { commonResponses, problemResponses } from './problems.ts';
import { used } from './used.ts';

const pascal = (id: string) => id.charAt(0).toUpperCase() + id.slice(1);

function parametersOf(schema: z.ZodType, where: 'path' | 'query', components: Components): Json[] {
  const { properties = {}, required = [] } = components.resolved(components.schemaOf(schema, 'input')) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema: property,
  }));
}

const isEmpty = (schema: Json) =>
  Object.keys((schema.properties as Json | undefined) ?? {}).length === 0 &&
  schema.type === 'object' &&
  !schema.additionalProperties;

/** What a request without an exported name is called: what its operation makes or changes, or else the operation itself. */
function requestNames({ operationId }: Route): string[] {
  const [, verb, what = ''] = /^(create|patch)(\w+)$/.exec(operationId) ?? [];
  const short = verb === 'create' ? [`New${what}`] : verb === 'patch' ? [`${what}Patch`] : [];
  return [...short, `${pascal(operationId)}Request`];
}

function requestBody(route: Route, components: Components): Json {
  if (!['POST', 'PATCH', 'PUT'].includes(route.method)) return {};
  const schema = components.schemaOf(route.body, 'input');
  if (isEmpty(schema) && !route.accepts) return {};
  const named = schema.type === 'object' ? components.refer(schema, 'input', requestNames(route)) : schema;
  const types = route.accepts ?? ['application/json'];
  const content = Object.fromEntries(types.map((type) => [type, { schema: named }]));
  return { requestBody: { required: true, content } };
}

type Shape = { $ref?: string; items?: Shape; properties?: Record<string, Shape> };
const namedIn = (shape: Shape | undefined) => shape?.$ref?.split('/').at(-1);

/** A page of a list, and the results of a batch, are called after what they are of. */
function answerNames({ operationId }: Route, { properties = {} }: Shape): string[] {
  const fields = Object.keys(properties).sort().join();
  const listed = fields === 'cursor,items' ? namedIn(properties.items?.items) : undefined;
  const batched = fields === 'results' ? namedIn(properties.results?.items?.properties?.record) : undefined;
  return [
    ...(listed ? [`${listed}List`] : []),
    ...(batched ? [`${batched}BatchResults`] : []),
    `${pascal(operationId)}Response`,
  ];
}

const hasNoBody = ({ status }: Route) => [204, 303, 304].includes(status);

function answerSchema(route: Route, components: Components): Json {
  if (route.produces) return { type: 'string' };
  const schema = components.schemaOf(route.response, 'output');
  const isWorthIt = schema.type === 'object' || schema.anyOf || schema.oneOf;
  return isWorthIt ? components.refer(schema, 'output', answerNames(route, schema)) : schema;
}

function successes(route: Route, components: Components, hasPages: boolean): Json {
  const description = route.summary;
  if (hasNoBody(route)) return { [route.status]: { description, headers: successHeaders(route, {}) } };
  const schema = answerSchema(route, components);
  const answer = components.resolved(schema);
  const content = {
    [route.produces ?? 'application/json']: { schema },
    ...(hasCsv(route) && { 'text/csv': { schema: { type: 'string' } } }),
  };
  const other = (status: number) => (status === 201 ? 'It was made.' : 'It was there already.');
  const words = (status: number) => (status === route.status ? description : other(status));
  return {
    ...Object.fromEntries(
      [route.status, ...(route.also ?? [])].map((status) => [
        status,
        {
          description: words(status),
          headers: successHeaders(route, answer, hasPages && status === 201),
          content,
        },
      ]),
    ),
    ...unchanged(route, answer),
  };
}

function answerOf(route: Route, components: Components): Json {
  return hasNoBody(route) || route.produces
    ? {}
    : components.resolved(components.schemaOf(route.response, 'output'));
}

function operationOf(route: Route, components: Components, routes: readonly Route[]): Json {
  const { operationId, tag, summary, description, access } = route;
  const hasPages = routes.some((one) => isPageOf(route.path, one));
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(!['public', 'signed_in'].includes(access) && { 'x-permission': access }),
    security: access === 'public' ? [] : [{ bearer: [] }],
    parameters: [
      ...parametersOf(route.params, 'path', components),
      ...parametersOf(route.query, 'query', components),
      ...requestHeaders(route, answerOf(route, components)),
    ],
    ...requestBody(route, components),
    responses: { ...successes(route, components, hasPages), ...problemResponses(route) },
  };
}

const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'An access token of the user pool, or an API key (`rpk_…`).',
  },
};

function pathsOf(routes: readonly Route[], components: Components): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes)
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: operationOf(route, components, routes),
    };
  return paths;
}

const tagsOf = (routes: readonly Route[]) =>
  [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name, description: tags[name] ?? name }));

/** The API as an OpenAPI 3.1 document, made of the contracts alone. Names of schemas are those of `names.ts`. */
export function openApiDocument(routes: readonly Route[], names = exportedNames): Json {
  const components = componentsOf(names);
  const paths = pathsOf(routes, components);
  components.schemaOf(ProblemBody, 'output');
  const { document, schemas } = components.finish({ paths });
  const complete = withBatchItems(document.paths as never, withNamedCustom(schemas));
  return exampled(routes, {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version: '1',
      description: about,
      license: { name: 'To be chosen by the owner', identifier: 'LicenseRef-Rapport' },
    },
    servers: [{ url: '/' }],
    tags: tagsOf(routes),
    paths: document.paths,
    components: {
      schemas: used(complete, document.paths, ['Problem']),
      responses: commonResponses,
      parameters: headerParameters,
      headers: answerHeaders,
      securitySchemes,
    },
  });
}

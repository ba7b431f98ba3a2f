import * as z from 'zod';
import type { Route } from '../../shared/core/route.ts';
import { problemResponses } from './problems.ts';

type Json = Record<string, unknown>;
type Parts = { schemas: Json };

/** Points what zod calls `$defs` to the document's components. */
const relocated = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));

function schemaOf(schema: z.ZodType, io: 'input' | 'output', { schemas }: Parts): Json {
  const { $schema: _, $defs = {}, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  for (const [name, definition] of Object.entries($defs as Json)) schemas[name] = relocated(definition);
  return relocated(json) as Json;
}

function parametersOf(schema: z.ZodType, where: 'path' | 'query', parts: Parts, examples: unknown): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input', parts) as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as Json;
    const example = (examples as Json | undefined)?.[name];
    return {
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      ...(description !== undefined && { description }),
      schema,
      ...(example !== undefined && { example }),
    };
  });
}

const header = (name: string, description: string, schema: Json = { type: 'string' }) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
});

function headersOf({ method, access }: Route): Json[] {
  const signedIn = access !== 'public';
  return [
    ...(signedIn
      ? [
          header(
            'Rapport-Workspace',
            'Selects one of the workspaces of the credential; its first where it is left out.',
          ),
        ]
      : []),
    ...(method === 'POST' && signedIn
      ? [
          header(
            'Idempotency-Key',
            'A repeated request with the same key (24 h) answers as the first did; with another body it is 422.',
            { type: 'string', maxLength: 255 },
          ),
        ]
      : []),
    ...(method === 'PATCH' || method === 'DELETE'
      ? [header('If-Match', 'The ETag of the version that the change is based on; 412 if it has moved on.')]
      : []),
  ];
}

const content = (type: string, schema: Json, example: unknown) => ({
  content: { [type]: { schema, ...(example !== undefined && { example }) } },
});

const isEmpty = (schema: Json) =>
  Object.keys((schema.properties as Json | undefined) ?? {}).length === 0 &&
  !('$ref' in schema) &&
  !schema.additionalProperties;

function requestBody(route: Route, parts: Parts): Json {
  if (!['POST', 'PATCH', 'PUT'].includes(route.method)) return {};
  const schema = schemaOf(route.body, 'input', parts);
  if (isEmpty(schema) && !route.accepts) return {};
  const example = route.example?.body;
  const body = { schema, ...(example !== undefined && { example }) };
  const types = route.accepts ?? ['application/json'];
  return { requestBody: { required: true, content: Object.fromEntries(types.map((type) => [type, body])) } };
}

function success(route: Route, parts: Parts): Json {
  const description = route.summary;
  if (route.status === 204 || route.status === 303) return { description };
  const schema = route.produces ? { type: 'string' } : schemaOf(route.response, 'output', parts);
  return { description, ...content(route.produces ?? 'application/json', schema, route.example?.response) };
}

function operationOf(route: Route, parts: Parts): Json {
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    ...(!['public', 'signed_in'].includes(route.access) && { 'x-permission': route.access }),
    security: route.access === 'public' ? [] : [{ bearer: [] }],
    parameters: [
      ...parametersOf(route.params, 'path', parts, route.example?.params),
      ...parametersOf(route.query, 'query', parts, route.example?.query),
      ...headersOf(route),
    ],
    ...requestBody(route, parts),
    responses: { [route.status]: success(route, parts), ...problemResponses(route) },
  };
}

const about = `Rapport, a CRM that runs in your own AWS account.

Send \`Authorization: Bearer …\` with an API key (\`rpk_…\`; an administrator makes one by \`POST /v1/keys\`) or with the access token of
somebody who has signed in; \`GET /v1/users/me\` tells who that is and what they may. Each operation says which permission it needs. Who is
in several workspaces names one in \`Rapport-Workspace\`.

JSON in camelCase; instants are ISO 8601 in UTC and end in \`At\`, dates end in \`On\`, money is in cents and stands beside its
\`currency\`. Errors are RFC 9457 \`application/problem+json\` with a stable \`code\`. A \`PATCH\` is a JSON Merge Patch (RFC 7396):
absent keeps, \`null\` clears, arrays replace. Lists answer \`{ items, cursor }\`; give the cursor back for the next page. Every answer
says what it cost (\`Server-Timing\`, \`Rapport-Capacity\`), but for a 404, which would tell by it what was found. 429 and 503 carry \`Retry-After\`.

The gateway itself answers a request without an Authorization header (401), one over 10 MB (413), one over the rate (429) and
one that found no capacity (503) with \`{"message": …}\`.`;

/** The API as an OpenAPI 3.1 document, made of the contracts alone. */
export function openApiDocument(routes: readonly Route[]): Json {
  const parts: Parts = { schemas: {} };
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, parts) };
  }
  const problem = schemaOf(Problem, 'output', parts);
  const tags = [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name }));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version: '1',
      description: about,
      license: { name: 'To be chosen by the owner', identifier: 'LicenseRef-Rapport' },
    },
    servers: [{ url: '/' }],
    tags,
    paths,
    components: {
      schemas: {
        ...Object.fromEntries(Object.entries(parts.schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
        Problem: problem,
      },
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An access token of the user pool, or an API key (`rpk_…`).',
        },
      },
    },
  };
}

const Problem = z.object({
  type: z.string().describe('Where the code is explained.'),
  title: z.string(),
  status: z.int(),
  code: z.string().describe('Stable; for programs.'),
  detail: z.string().describe('For people.'),
  requestId: z.string(),
  existingId: z.string().optional().describe('On a uniqueness conflict, the record that has the value.'),
  errors: z
    .array(z.object({ pointer: z.string().describe('RFC 6901'), code: z.string(), detail: z.string() }))
    .optional(),
});

import * as z from 'zod';
import { defineRoute } from '../core/route.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };

export const getHealthRoute = defineRoute({
  operationId: 'getHealth',
  method: 'GET',
  path: '/v1/health',
  tag: 'Service',
  summary: 'Whether the service is up',
  description: 'Answers once the function runs and its table can be read.',
  access: 'public',
  ...nothing,
  status: 200,
  response: z.object({ status: z.literal('ok') }),
  example: { response: { status: 'ok' } },
});
export const getOpenApiRoute = defineRoute({
  operationId: 'getOpenApi',
  method: 'GET',
  path: '/openapi.json',
  tag: 'Service',
  summary: 'This API as an OpenAPI 3.1 document',
  access: 'public',
  ...nothing,
  status: 200,
  response: z.looseObject({ openapi: z.string() }),
});
export const getWorkspaceOpenApiRoute = defineRoute({
  operationId: 'getWorkspaceOpenApi',
  method: 'GET',
  path: '/v1/openapi.json',
  tag: 'Service',
  summary: 'This API with the workspace’s own fields, as an OpenAPI 3.1 document',
  description:
    'As `/openapi.json`, and `custom` of each kind of record is typed by the fields that the workspace has at this moment, without those that your roles hide. With `If-None-Match` it is 304 until a field, a role or the deployment changes.',
  access: 'signed_in',
  ...nothing,
  status: 200,
  response: z.looseObject({ openapi: z.string() }),
});
export const getDocsRoute = defineRoute({
  operationId: 'getDocs',
  method: 'GET',
  path: '/docs',
  tag: 'Service',
  summary: 'This API as a page to read',
  access: 'public',
  ...nothing,
  status: 200,
  response: z.string(),
  produces: 'text/html',
});
export const docsRoutes = [getHealthRoute, getOpenApiRoute, getWorkspaceOpenApiRoute, getDocsRoute];

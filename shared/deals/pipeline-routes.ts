import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { defaultStages, NewPipeline, PipelineBody, PipelinePatch } from './pipeline.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const pipelinePath = z.object({ pipelineId: idOf('pipeline') });
const examplePath = { pipelineId: 'pl_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };

export const listPipelinesRoute = defineRoute({
  operationId: 'listPipelines',
  method: 'GET',
  path: '/v1/pipelines',
  tag: 'Pipelines',
  summary: 'The workspace’s pipelines with their stages, oldest first',
  access: 'pipelines:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(PipelineBody),
  errors: ['cursor_invalid'],
  example: { query: {} },
});

export const createPipelineRoute = defineRoute({
  operationId: 'createPipeline',
  method: 'POST',
  path: '/v1/pipelines',
  tag: 'Pipelines',
  summary: 'Make a pipeline',
  description:
    'It needs at least one open stage, a won and a lost one. Send an Idempotency-Key to retry safely.',
  access: 'pipelines:write',
  ...nothing,
  body: NewPipeline,
  status: 201,
  response: PipelineBody,
  example: { body: { name: 'Partners', stages: defaultStages } },
});

export const getPipelineRoute = defineRoute({
  operationId: 'getPipeline',
  method: 'GET',
  path: '/v1/pipelines/{pipelineId}',
  tag: 'Pipelines',
  summary: 'A pipeline with its stages in order',
  access: 'pipelines:read',
  ...nothing,
  params: pipelinePath,
  status: 200,
  response: PipelineBody,
  errors: ['pipeline_not_found'],
  example: { params: examplePath },
});

export const patchPipelineRoute = defineRoute({
  operationId: 'patchPipeline',
  method: 'PATCH',
  path: '/v1/pipelines/{pipelineId}',
  tag: 'Pipelines',
  summary: 'Rename, reorder, add or remove stages, or change what they ask for',
  description:
    'RFC 7396: `stages` replaces the list, so send all of them in their order; an id tells which stage is which. A stage that still has deals can neither be removed nor become another kind. Changed `idleDays` hold for open deals too, within seconds.',
  access: 'pipelines:write',
  ...nothing,
  params: pipelinePath,
  body: PipelinePatch,
  status: 200,
  response: PipelineBody,
  errors: ['pipeline_not_found', 'stage_in_use', 'version_mismatch'],
  example: { params: examplePath, body: { name: 'New business' } },
});

export const deletePipelineRoute = defineRoute({
  operationId: 'deletePipeline',
  method: 'DELETE',
  path: '/v1/pipelines/{pipelineId}',
  tag: 'Pipelines',
  summary: 'Delete a pipeline that has no deals',
  description: 'The one that new deals start in stays; move the deals of another one first.',
  access: 'pipelines:write',
  ...nothing,
  params: pipelinePath,
  status: 204,
  response: z.undefined(),
  errors: ['pipeline_not_found', 'pipeline_in_use', 'version_mismatch'],
  example: { params: examplePath },
});

export const pipelineRoutes = [
  listPipelinesRoute,
  createPipelineRoute,
  getPipelineRoute,
  patchPipelineRoute,
  deletePipelineRoute,
];

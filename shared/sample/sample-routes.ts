import * as z from 'zod';
import { defineRoute } from '../core/route.ts';
import { sampleKinds } from './sample.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const count = z.int();
/** @public */
export const SampleData = z.object({
  exists: z.boolean(),
  complete: z.boolean().describe('All of it was made; where it was not, ask for it again.'),
  madeAt: z.iso.datetime().optional(),
  made: z
    .object(
      Object.fromEntries(sampleKinds.map((kind) => [kind, count])) as Record<
        (typeof sampleKinds)[number],
        typeof count
      >,
    )
    .describe('How many of each kind were made, also where somebody has deleted some since.'),
});

export const getSampleDataRoute = defineRoute({
  operationId: 'getSampleData',
  method: 'GET',
  path: '/v1/sample-data',
  tag: 'Sample data',
  summary: 'Whether there is sample data in the workspace',
  access: 'workspaces:write',
  ...nothing,
  status: 200,
  response: SampleData,
  example: {},
});

export const createSampleDataRoute = defineRoute({
  operationId: 'createSampleData',
  method: 'POST',
  path: '/v1/sample-data',
  tag: 'Sample data',
  summary: 'Make a small company’s customers to look around with',
  description:
    'Twelve contacts, five companies, eight deals over the default pipeline’s stages, ten tasks, two orders and what happened with them: records like any others, of whoever asks, with the tag `sample` and an `externalId` that begins with `sample:`. Their addresses are under example.com; webhooks are not told of their making. Safe to repeat: nothing is made twice, and what was cut short is completed.',
  access: 'workspaces:write',
  ...nothing,
  status: 200,
  response: SampleData,
  errors: ['external_id_taken'],
  example: {},
});

export const deleteSampleDataRoute = defineRoute({
  operationId: 'deleteSampleData',
  method: 'DELETE',
  path: '/v1/sample-data',
  tag: 'Sample data',
  summary: 'Remove all of the sample data for good',
  description:
    'Nobody sees it from then on, in the trash neither; what is left of it goes within minutes, as of any record that is purged: with a contact what was logged of it, with any its files and links. What people made themselves stays, and names it no more. Safe to repeat.',
  access: 'workspaces:write',
  ...nothing,
  status: 204,
  response: z.undefined(),
  example: {},
});

export const sampleRoutes = [getSampleDataRoute, createSampleDataRoute, deleteSampleDataRoute];

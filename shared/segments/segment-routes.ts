import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { NewSegment, SegmentPatch } from './segment.ts';
import { MemberPage, Preview, SegmentBody, SegmentPage, veilMembers } from './segment-body.ts';
import { segmentKinds } from './segment-kinds.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const segmentPath = z.object({ segmentId: idOf('segment') });
const params = { segmentId: 'sg_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const condition = {
  $and: [{ lifecycle: 'lead' }, { score: { $gte: 70 } }, { lastOrderAt: { $before: '-365d' } }],
};
const asked = ['condition_invalid', 'field_forbidden'] as const;

export const listSegmentsRoute = defineRoute({
  operationId: 'listSegments',
  method: 'GET',
  path: '/v1/segments',
  tag: 'Segments',
  summary: 'The workspace’s segments, oldest first',
  access: 'segments:read',
  ...nothing,
  query: PageQuery.extend({
    of: z.enum(segmentKinds).optional().describe('Only those of this kind of record.'),
  }),
  status: 200,
  response: pageOf(SegmentBody),
  errors: ['cursor_invalid'],
  example: { query: { of: 'contact' } },
});

export const createSegmentRoute = defineRoute({
  operationId: 'createSegment',
  method: 'POST',
  path: '/v1/segments',
  tag: 'Segments',
  summary: 'Make a segment',
  description:
    'From now on the records that the condition holds of are its members, within a second of each change, also where time alone changes it. The records that are there already are looked at in the background; `ready` says when that is done. A kind of record has at most 50 segments. Send an Idempotency-Key to retry safely.',
  access: 'segments:write',
  ...nothing,
  body: NewSegment,
  status: 201,
  response: SegmentBody,
  errors: ['too_many_segments', 'segment_exists', ...asked],
  example: { body: { name: 'Hot leads without an order for a year', of: 'contact', condition } },
});

export const getSegmentRoute = defineRoute({
  operationId: 'getSegment',
  method: 'GET',
  path: '/v1/segments/{segmentId}',
  tag: 'Segments',
  summary: 'A segment and how many members it has',
  access: 'segments:read',
  ...nothing,
  params: segmentPath,
  status: 200,
  response: SegmentPage,
  showsMore: true,
  errors: ['segment_not_found'],
  example: { params },
});

export const patchSegmentRoute = defineRoute({
  operationId: 'patchSegment',
  method: 'PATCH',
  path: '/v1/segments/{segmentId}',
  tag: 'Segments',
  summary: 'Rename a segment, or change its condition',
  description:
    'RFC 7396, but for `condition`, which is replaced as a whole. After another condition `ready` is false until every record was looked at; members come and go meanwhile.',
  access: 'segments:write',
  ...nothing,
  params: segmentPath,
  body: SegmentPatch,
  status: 200,
  response: SegmentBody,
  errors: ['segment_not_found', 'too_many_segments', 'version_mismatch', ...asked],
  example: { params, body: { condition: { lifecycle: 'lead', score: { $gte: 80 } } } },
});

export const deleteSegmentRoute = defineRoute({
  operationId: 'deleteSegment',
  method: 'DELETE',
  path: '/v1/segments/{segmentId}',
  tag: 'Segments',
  summary: 'Delete a segment; its members stay as they are',
  access: 'segments:write',
  ...nothing,
  params: segmentPath,
  status: 204,
  response: z.undefined(),
  errors: ['segment_not_found', 'version_mismatch'],
  example: { params },
});

export const listSegmentMembersRoute = defineRoute({
  operationId: 'listSegmentMembers',
  method: 'GET',
  path: '/v1/segments/{segmentId}/members',
  tag: 'Segments',
  summary: 'The records in a segment, newest first',
  description:
    'Those that you may read. It needs the right to read records of the kind, and every field that the condition names: who is in it tells what they hold.',
  access: 'segments:read',
  ...nothing,
  params: segmentPath,
  query: PageQuery,
  status: 200,
  veil: veilMembers,
  response: MemberPage,
  errors: ['segment_not_found', 'field_forbidden', 'cursor_invalid'],
  example: { params, query: { limit: 50 } },
});

export const previewSegmentRoute = defineRoute({
  operationId: 'previewSegment',
  method: 'POST',
  path: '/v1/segments/preview',
  tag: 'Segments',
  summary: 'Try a condition on the newest records',
  description:
    'Says whether the condition is one, and of how many of the newest 200 records that you may read it holds. It stores nothing.',
  access: 'segments:read',
  ...nothing,
  body: NewSegment.pick({ of: true, condition: true }),
  status: 200,
  veil: veilMembers,
  response: Preview,
  errors: asked,
  example: { body: { of: 'contact', condition } },
});

export const segmentRoutes = [
  listSegmentsRoute,
  createSegmentRoute,
  getSegmentRoute,
  patchSegmentRoute,
  deleteSegmentRoute,
  listSegmentMembersRoute,
  previewSegmentRoute,
];

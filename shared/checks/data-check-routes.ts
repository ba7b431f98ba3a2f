import * as z from 'zod';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { type Veil, veilResults } from '../core/veil.ts';
import { AnyRecord, veiledAny } from '../records/any-record.ts';
import { batchOf, mostInBatch } from '../records/record-routes.ts';
import { checkedKinds, checkNames } from './checks.ts';
import { CheckCounts, GradeBody, Grades } from './grade.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const tag = 'Data check';
const kind = z.enum(checkedKinds);
const check = z.enum(checkNames);

const Shown = CheckCounts.extend({
  kind,
  faulty: CheckCounts.shape.faulty.optional(),
  found: z
    .partialRecord(check, z.int())
    .describe('By check, in how many it found something; without those that would tell of a hidden field.'),
});

export const getDataCheckRoute = defineRoute({
  operationId: 'getDataCheck',
  method: 'GET',
  path: '/v1/data-check',
  tag,
  summary: 'What is wrong with the data, counted',
  description:
    'Of the records that you may read, as they are now: they are checked as they are written, so that asking costs the same with any number of them. `grade` and `faulty` are there where nothing that they count is hidden from you, `duplicates` to whom all records of the kind are in reach.',
  access: 'signed_in',
  hidesCost: true,
  ...nothing,
  status: 200,
  response: z.object({ grade: Grades.shape.grade.optional(), kinds: z.array(Shown) }),
  errors: [],
  example: {},
});

const Finding = z.object({
  record: AnyRecord,
  fields: z.array(z.string()).describe('What of it is wrong or lacking: `emails`, `custom.tariff`.'),
  repair: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('What would mend it, as a PATCH of the record takes it, where one thing would.'),
});
type Found = { record: { id: string }; repair?: Record<string, unknown> };
const veilFindings: Veil = (who, page: { items: Found[] }) => ({
  ...page,
  items: page.items.map((item) => ({ ...item, record: veiledAny(who, item.record) })),
});

export const listFindingsRoute = defineRoute({
  operationId: 'listFindings',
  method: 'GET',
  path: '/v1/data-check/findings',
  tag,
  summary: 'The records in which a check finds something, newest first',
  description:
    'Those that you may read, with what would mend each. Refused where the check would tell of a field that is hidden from you. What was mended is gone within a second; a page may hold fewer than were asked for, and goes on as long as there is a `cursor`.',
  access: 'signed_in',
  hidesCost: true,
  ...nothing,
  query: PageQuery.extend({ kind, check }),
  status: 200,
  veil: veilFindings,
  response: pageOf(Finding),
  errors: ['check_unknown', 'permission_missing', 'field_forbidden', 'cursor_invalid'],
  example: { query: { kind: 'contact', check: 'mistyped' } },
});

const Repair = z.strictObject({
  kind,
  check,
  ids: z
    .array(z.string().max(40))
    .min(1)
    .max(mostInBatch)
    .refine((ids) => new Set(ids).size === ids.length, 'Name each record once.')
    .describe('The records to mend, each once.'),
  by: z
    .enum(['suggestion', 'patch', 'trash'])
    .describe(
      'Each by what its finding suggests, all by the same `patch`, or by putting them into the trash.',
    ),
  patch: z
    .looseObject({})
    .optional()
    .describe('With `by: "patch"`: as a PATCH of a record of the kind takes it (RFC 7396).'),
});

export const repairFindingsRoute = defineRoute({
  operationId: 'repairFindings',
  method: 'POST',
  path: '/v1/data-check/repairs',
  tag,
  summary: `Mend up to ${mostInBatch} records in which a check finds something`,
  description:
    'Each by itself, as by the operation of its own, with its result in the place of its id. A record in which the check finds nothing any more stays as it is (200), so that a request may be repeated, and nothing is mended that somebody else has mended. It asks for the right to edit each, or to delete it.',
  access: 'signed_in',
  hidesCost: true,
  ...nothing,
  body: Repair,
  status: 207,
  veil: veilResults((who, record: { id: string }) => veiledAny(who, record)),
  response: batchOf(AnyRecord),
  errors: ['check_unknown', 'permission_missing', 'field_forbidden'],
  example: {
    body: { kind: 'contact', check: 'mistyped', ids: ['ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC'], by: 'suggestion' },
  },
});

export const listGradesRoute = defineRoute({
  operationId: 'listGrades',
  method: 'GET',
  path: '/v1/data-check/grades',
  tag,
  summary: 'How good the data was over time, newest first',
  description: 'Of the whole workspace: one at the turn of each month, and those that somebody asked for.',
  access: 'workspaces:write',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(GradeBody),
  errors: ['cursor_invalid'],
  example: { query: { limit: 12 } },
});

export const takeGradeRoute = defineRoute({
  operationId: 'takeGrade',
  method: 'POST',
  path: '/v1/data-check/grades',
  tag,
  summary: 'Grade the data now, and keep the grade',
  description: 'Counts what the checks find in the whole workspace. Send an Idempotency-Key to retry safely.',
  access: 'workspaces:write',
  ...nothing,
  status: 201,
  response: GradeBody,
  errors: [],
  example: {},
});

export const dataCheckRoutes = [
  getDataCheckRoute,
  listFindingsRoute,
  repairFindingsRoute,
  listGradesRoute,
  takeGradeRoute,
];

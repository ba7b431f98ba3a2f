import * as z from 'zod';
import { HistoryEntry } from '../audit/history.ts';
import { AsOfQuery, asOfErrors, asOfShown } from '../audit/history-routes.ts';
import { Condition } from '../conditions/condition.ts';
import { FilterQuery } from '../conditions/filter-query.ts';
import { idOf } from '../core/ids.ts';
import { Direction, OwnerQuery, PageQuery, pageOf } from '../core/page.ts';
import { hasHideable, recordPermission, resourceOf } from '../core/policy.ts';
import { defineRoute, type Route } from '../core/route.ts';
import { type Veil, veilBatch, veilPage, veilRecord } from '../core/veil.ts';
import { Tag } from './common-fields.ts';
import { ProblemBody } from './problem-body.ts';
import type { RecordShape } from './record-shape.ts';

const none = { params: z.object({}), query: z.object({}), body: z.object({}) };
export const mostInBatch = 100;

const veiling = (kind: string, veil: (kind: never) => Veil): { veil?: Veil } =>
  hasHideable(kind) ? { veil: veil(kind as never) } : {};

/** What a batch answers for one of its items, in the order of the items. */
const resultOf = (body: z.ZodType) =>
  z.object({
    status: z.int().describe('What the operation on this item alone would have answered.'),
    record: body.optional(),
    error: ProblemBody.optional(),
  });
export const batchOf = (body: z.ZodType) => z.object({ results: z.array(resultOf(body)) });
const Items = (like: string) =>
  z
    .array(z.looseObject({}).describe(`As ${like} takes it; what is wrong with it is said in its result.`))
    .min(1)
    .max(mostInBatch);

function wordsOf(shape: RecordShape) {
  const { kind, tag, example } = shape;
  const path = `/v1/${resourceOf[kind]}` as const;
  const idName = `${kind}Id`;
  return {
    path,
    idName,
    one: `${path}/{${idName}}` as const,
    params: z.object({ [idName]: idOf(kind) }),
    exampleParams: { [idName]: example.id },
    notFound: `${kind}_not_found`,
    tag,
  };
}
const written = ['reference_unknown', 'external_id_taken', 'field_value_taken'] as const;

/** Make one, change one, put one into the trash, and make or change by a key. */
export function writingRoutes(shape: RecordShape) {
  const { kind, name, a, body, created, patch, example, matchBy } = shape;
  const { path, one, params, exampleParams, notFound, tag } = wordsOf(shape);
  const create = defineRoute({
    operationId: `create${name}`,
    method: 'POST',
    path,
    tag,
    summary: `Make ${a}` as string,
    description: 'Send an Idempotency-Key to retry safely.' as string,
    access: recordPermission(kind, 'create'),
    ...none,
    body: created,
    status: 201,
    ...veiling(kind, veilRecord),
    response: body,
    errors: [...written, ...shape.errors],
    example: { body: example.created },
  });
  const change = defineRoute({
    operationId: `patch${name}`,
    method: 'PATCH',
    path: one,
    tag,
    summary: `Change ${a}` as string,
    description:
      'RFC 7396: a field left out stays, null clears it, a list replaces the list. With `If-Match` it is made only on the version that you read (412 otherwise); without, two patches at once are both made, one after the other.' as string,
    access: recordPermission(kind, 'edit'),
    ...none,
    params,
    body: patch,
    status: 200,
    ...veiling(kind, veilRecord),
    response: body,
    errors: [notFound, 'version_mismatch', ...written, ...shape.errors],
    example: { params: exampleParams, body: example.patch },
  });
  return { create, change, remove: removeRoute(shape), upsert: upsertRoute(shape, matchBy) };
}

export function removeRoute(shape: RecordShape) {
  const { kind, name, a } = shape;
  const { one, params, exampleParams, notFound, tag } = wordsOf(shape);
  return defineRoute({
    operationId: `delete${name}`,
    method: 'DELETE',
    path: one,
    tag,
    summary: `Put ${a} into the trash`,
    description:
      'It is gone from every list, board and search, and what no two records may have is free for others. `GET /v1/trash` shows it for 30 days, in which it can be restored as it was; then it is purged. To delete what is in the trash already is 404.',
    access: recordPermission(kind, 'delete'),
    ...none,
    params,
    status: 204,
    response: z.undefined(),
    errors: [notFound, 'version_mismatch'],
    example: { params: exampleParams },
  });
}

export function upsertRoute(shape: RecordShape, matchBy: readonly [string, ...string[]]) {
  const { kind, name, a, body, patch, example } = shape;
  const { path, tag } = wordsOf(shape);
  return defineRoute({
    operationId: `upsert${name}`,
    method: 'PUT',
    path,
    tag,
    summary: `Change ${a} that is found by a key, or make it`,
    description:
      `Finds by what the body has in the field \`matchBy\` names. What is there is changed as by a patch; what is not is made (201). Sent twice, it is one. With \`If-Match\` only what is there is changed, on the version that you read.` as string,
    access: recordPermission(kind, 'create'),
    ...none,
    query: z.strictObject({ matchBy: z.enum(matchBy) }),
    body: patch,
    status: 200,
    also: [201],
    ...veiling(kind, veilRecord),
    response: body,
    errors: [
      'match_missing',
      'record_out_of_reach',
      'permission_missing',
      'version_mismatch',
      ...written,
      ...shape.errors,
    ],
    example: { query: { matchBy: 'externalId' }, body: { ...example.created, externalId: 'erp-1001' } },
  });
}

/** Read one, and all, and how one came to be what it is. */
export function readingRoutes(shape: RecordShape) {
  const { kind, name, names, a, body, example, orders, related, states = {}, matchBy } = shape;
  const { path, one, params, exampleParams, notFound, tag } = wordsOf(shape);
  const Key = z.string().trim().min(1).max(300);
  const read = defineRoute({
    operationId: `get${name}`,
    method: 'GET',
    path: one,
    tag,
    summary: `Read ${a}`,
    access: recordPermission(kind, 'read'),
    ...none,
    params,
    query: AsOfQuery,
    status: 200,
    ...veiling(kind, veilRecord),
    response: body.extend(asOfShown),
    errors: [notFound, ...asOfErrors],
    example: { params: exampleParams },
  });
  const list = defineRoute({
    operationId: `list${names}`,
    method: 'GET',
    path,
    tag,
    summary: `The ${resourceOf[kind]} that one may see`,
    description: `Newest first where nothing else is said. What is new stands in the list within a second. At most one of ${['tag', ...related, ...Object.keys(states)].map((field) => `\`${field}\``).join(', ')} is asked for at a time; in another order than theirs the list has 1,000 records at most (422 \`filter_too_broad\` otherwise). ${matchBy.map((by) => `\`${by}\``).join(' and ')} ${matchBy.length > 1 ? 'find' : 'finds'} the one that has it, at once.`,
    access: recordPermission(kind, 'read'),
    ...none,
    query: PageQuery.extend({
      sort: z.enum(['created', 'updated', ...orders]).default('created'),
      direction: Direction.optional().describe('Newest first, and from A to Z, where it is left out.'),
      ownerId: OwnerQuery.optional(),
      tag: Tag.optional(),
      filter: FilterQuery.optional(),
      ...Object.fromEntries(related.map((field) => [field, z.string().max(40).optional()])),
      ...Object.fromEntries(Object.entries(states).map(([field, { values }]) => [field, values.optional()])),
      ...Object.fromEntries(matchBy.map((by) => [by, Key.optional()])),
    }),
    status: 200,
    ...veiling(kind, veilPage),
    response: pageOf(body),
    errors: [
      'condition_invalid',
      'cursor_invalid',
      'field_forbidden',
      'filter_too_broad',
      'filters_exclusive',
    ],
    example: { query: { sort: 'updated', limit: 50 } },
  });
  const history = defineRoute({
    operationId: `list${name}History`,
    method: 'GET',
    path: `${one}/history`,
    tag: 'Audit',
    summary: `The changes of ${a}, newest first`,
    access: recordPermission(kind, 'read'),
    ...none,
    params,
    query: PageQuery,
    status: 200,
    response: pageOf(HistoryEntry),
    errors: [notFound, 'cursor_invalid'],
    example: { params: { ...exampleParams, ...(example && {}) } },
  });
  return { read, list, search: searchRoute(list, shape), history };
}

type ListRoute = Route & { query: z.ZodObject };
/**
 * A list that is asked for by a body, where a filter is longer than a line of a request may be (API Gateway takes 10 KB with all headers).
 * Its fields are the list's.
 */
export function searchRoute<R extends ListRoute>(
  list: R,
  { names, kind }: Pick<RecordShape, 'names' | 'kind'>,
) {
  const { limit: _, filter: __, ...asked } = list.query.shape;
  return defineRoute({
    operationId: `search${names}`,
    method: 'POST',
    path: `/v1/${resourceOf[kind]}/search`,
    tag: list.tag,
    summary: `The same as \`list${names}\`, for conditions longer than a URL`,
    description: `It makes nothing and may be sent again. The body has what the query of \`list${names}\` has, \`filter\` as an object.`,
    access: list.access,
    ...none,
    body: z.strictObject({
      ...asked,
      limit: z.int().min(1).max(100).default(25).describe('The most items of a page.'),
      filter: Condition.optional(),
    }),
    status: 200,
    ...(list.veil && { veil: list.veil }),
    response: list.response as R['response'],
    errors: list.errors ?? [],
    example: { body: { filter: { tags: 'fair' }, limit: 50 } },
  });
}

/** Up to a hundred at once, each by itself: one that fails stops no other. */
export function batchRoutes(shape: RecordShape) {
  const { kind, name, names, body, example } = shape;
  const { path, tag } = wordsOf(shape);
  const batch = {
    method: 'POST',
    tag,
    ...none,
    status: 207,
    ...veiling(kind, veilBatch),
    response: batchOf(body),
  } as const;
  const each =
    'Each item is done by itself, as by the operation of its own, and has its result in the place of the item. With an Idempotency-Key a batch that is sent again does only what was not done.';
  return {
    create: defineRoute({
      ...batch,
      operationId: `batchCreate${names}`,
      path: `${path}/batch/create`,
      summary: `Make up to ${mostInBatch} ${resourceOf[kind]}`,
      description: each,
      access: recordPermission(kind, 'create'),
      body: z.strictObject({ items: Items(`create${name}`) }),
      example: { body: { items: [example.created] } },
    }),
    update: defineRoute({
      ...batch,
      operationId: `batchUpdate${names}`,
      path: `${path}/batch/update`,
      summary: `Change up to ${mostInBatch} ${resourceOf[kind]}`,
      description: `${each} An item has the record’s \`id\`, perhaps the \`version\` that it is to change, and else what \`patch${name}\` takes.`,
      access: recordPermission(kind, 'edit'),
      body: z.strictObject({ items: Items(`patch${name}`) }),
      example: { body: { items: [{ id: example.id, ...example.patch }] } },
    }),
    read: defineRoute({
      ...batch,
      operationId: `batchRead${names}`,
      path: `${path}/batch/read`,
      summary: `Read up to ${mostInBatch} ${resourceOf[kind]}`,
      description: 'One BatchGet. What is not there, or not to be seen, is 404 in its place.',
      access: recordPermission(kind, 'read'),
      body: z.strictObject({ ids: z.array(z.string().max(40)).min(1).max(mostInBatch) }),
      example: { body: { ids: [example.id] } },
    }),
  };
}

/** All that a kind has that needs nothing of its own. */
export function recordRoutes(shape: RecordShape) {
  return { ...writingRoutes(shape), ...readingRoutes(shape), batch: batchRoutes(shape) };
}
export const routesOf = ({ batch, ...routes }: ReturnType<typeof recordRoutes>) => [
  ...Object.values(routes),
  ...Object.values(batch),
];

import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../../infra/openapi/document.ts';
import { allRoutes } from '../../../infra/openapi/write.ts';

type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  maxLength?: number;
  maxItems?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};
type Operation = {
  operationId: string;
  parameters: { $ref?: string; name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
const { paths, components } = openApiDocument(allRoutes()) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
const operations = Object.values(paths)
  .flatMap((one) => Object.values(one))
  .map((one) => ({ ...one, parameters: one.parameters.filter(({ $ref }) => !$ref) }));

const partsOf = ({
  items,
  properties = {},
  additionalProperties,
  anyOf,
  oneOf,
  allOf,
}: Schema): [string, Schema][] => [
  ...(items ? [['[]', items] as [string, Schema]] : []),
  ...Object.entries(properties),
  ...(typeof additionalProperties === 'object' ? [['*', additionalProperties] as [string, Schema]] : []),
  ...[anyOf, oneOf, allOf].flatMap((all = []) => all.map((one): [string, Schema] => ['', one])),
];
/** Every part of a schema with the way to it. */
function everyPart(schema: Schema, way: string, seen: readonly string[] = []): [string, Schema][] {
  const { $ref } = schema;
  if ($ref) {
    const name = $ref.split('/').at(-1) ?? '';
    return seen.includes(name) ? [] : everyPart(components.schemas[name] ?? {}, way, [...seen, name]);
  }
  return [
    [way, schema],
    ...partsOf(schema).flatMap(([name, part]) => everyPart(part, name ? `${way}.${name}` : way, seen)),
  ];
}
/** What a form takes is the form's own to bound, field by field (shared/forms/posted.ts). */
const byItsForm = 'submitForm';
/** There are no more of these than one answer holds: 100 fields of a kind of record, 50 roles of a workspace, 20 workspaces of a user, a hundred of their sessions, who is linked to a deal; of what one record may be there twice, the hundred that are most probable; the ten that were merged into it; the reports that there are. */
const few = [
  'listReports',
  'listFields',
  'listRoles',
  'listWorkspaces',
  'listSessions',
  'listDealContacts',
  'listContactDuplicates',
  'listCompanyDuplicates',
  'checkDuplicates',
  'listMergedContacts',
  'listMergedCompanies',
];
const described = operations.filter(({ operationId }) => operationId !== byItsForm);
const sent = described.flatMap(({ operationId, parameters, requestBody }) => [
  ...parameters.flatMap(({ name, schema }) => everyPart(schema, `${operationId}?${name}`)),
  ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => everyPart(schema, operationId)),
]);
const has = (schema: Schema, type: string) => [schema.type].flat().includes(type);
/** A pattern without an open end, or a form that zod itself bounds. */
const isBounded = ({ pattern, format, maxLength, enum: some, const: only }: Schema) =>
  maxLength !== undefined ||
  some !== undefined ||
  only !== undefined ||
  ['date', 'date-time'].includes(format ?? '') ||
  (pattern !== undefined && !/(?<!\\)[*+]|,\}/.test(pattern));

describe('of what may be sent', () => {
  test('every text has a greatest length', () => {
    const endless = sent
      .filter(([, schema]) => has(schema, 'string') && !isBounded(schema))
      .map(([way]) => way);
    expect([...new Set(endless)]).toEqual([]);
  });
  test('every list has a greatest length', () => {
    const endless = sent
      .filter(([, schema]) => has(schema, 'array') && schema.maxItems === undefined)
      .map(([way]) => way);
    expect([...new Set(endless)]).toEqual([]);
  });
  test('every page has at most 100 items', () => {
    const limits = operations.flatMap(({ operationId, parameters }) =>
      parameters.filter(({ name }) => name === 'limit').map(({ schema }) => [operationId, schema.maximum]),
    );
    expect(limits.length).toBeGreaterThan(10);
    for (const [operationId, maximum] of limits)
      expect(maximum, String(operationId)).toBeLessThanOrEqual(100);
  });
  test('every list that an operation answers is paged, or bounded by what a workspace may have', () => {
    const lists = operations.filter(
      ({ operationId }) => operationId.startsWith('list') && !few.includes(operationId),
    );
    for (const { operationId, parameters } of lists)
      expect(
        parameters.map(({ name }) => name),
        operationId,
      ).toContain('cursor');
  });
});

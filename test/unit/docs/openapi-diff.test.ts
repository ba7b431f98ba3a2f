import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { undeclared } from '../../../infra/openapi/diff/declared.ts';
import { type Document, documentBreaks } from '../../../infra/openapi/diff/document-breaks.ts';
import { releasedText } from '../../../infra/openapi/diff/released.ts';
import type { Schema } from '../../../infra/openapi/diff/schema.ts';
import { findings } from '../../../infra/openapi/diff.ts';
import { openApiText } from '../../../infra/openapi/write.ts';

const current = JSON.parse(openApiText()) as Document;

test('nothing breaks the callers of the last release that is not declared', () =>
  expect(findings(current)).toEqual([]));

/** A document of all that can break: parameters, a body, an answer that holds itself, a choice. */
const thing: Schema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    at: { type: 'string', format: 'date-time' },
    state: { enum: ['open', 'shut'] },
    size: { anyOf: [{ type: 'number' }, { type: 'null' }] },
    parts: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
    more: { type: 'object', additionalProperties: { type: 'string' } },
    source: {
      oneOf: [
        {
          type: 'object',
          properties: { kind: { const: 'form' }, url: { type: 'string' } },
          required: ['kind', 'url'],
        },
        { type: 'object', properties: { kind: { const: 'mail' } }, required: ['kind'] },
      ],
    },
  },
  required: ['id', 'state', 'size'],
};
const newThing: Schema = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 20 },
    state: { enum: ['open', 'shut'] },
    count: { type: 'integer', minimum: 1, maximum: 9 },
    price: { type: 'number' },
    value: { anyOf: [{ type: 'string' }, { type: 'number' }] },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 5 },
  },
  required: ['name'],
  additionalProperties: false,
};
const json = (schema: Schema) => ({ content: { 'application/json': { schema } } });
const base: Document = {
  paths: {
    '/things/{thingId}': {
      put: {
        operationId: 'putThing',
        security: [{ bearer: [] }],
        'x-permission': 'things:edit',
        parameters: [
          { name: 'thingId', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'sort', in: 'query', schema: { enum: ['name', 'at'] } },
          { $ref: '#/components/parameters/IfMatch', name: '', in: '' },
        ],
        requestBody: json({ $ref: '#/components/schemas/NewThing' }),
        responses: {
          200: { ...json({ $ref: '#/components/schemas/Thing' }), headers: { ETag: {} } },
          404: json({ $ref: '#/components/schemas/Problem' }),
        },
      },
    },
    '/health': { get: { operationId: 'getHealth', security: [], responses: { 204: {} } } },
  },
  components: {
    schemas: {
      Thing: thing,
      NewThing: newThing,
      Problem: { type: 'object', properties: { code: { type: 'string' } } },
    },
    parameters: { IfMatch: { name: 'If-Match', in: 'header', schema: { type: 'string' } } },
  },
};

// biome-ignore lint/suspicious/noExplicitAny: a mutation reaches anywhere into a document
type Any = any;
type Parts = { all: Any; put: Any; health: Any; thing: Any; made: Any };
function mutated(mutate: (parts: Parts) => unknown): Document {
  const all = structuredClone(base) as Any;
  const { Thing, NewThing } = all.components.schemas;
  const put = all.paths['/things/{thingId}'].put;
  mutate({ all, put, health: all.paths['/health'].get, thing: Thing, made: NewThing });
  return all;
}
const breaksOf = (mutate: (parts: Parts) => unknown) =>
  documentBreaks(base, mutated(mutate)).map(({ operation, what }) => `${operation}: ${what}`);

const breaking: [string, (parts: Parts) => unknown, RegExp][] = [
  ['an operation that is gone', ({ all }) => delete all.paths['/health'], /getHealth: is gone/],
  [
    'another method',
    ({ all, put }) => (all.paths['/things/{thingId}'] = { patch: put }),
    /putThing: is gone/,
  ],
  ['another name of an operation', ({ put }) => (put.operationId = 'setThing'), /is called setThing/],
  ['a credential where none was needed', ({ health }) => (health.security = [{ bearer: [] }]), /credential/],
  ['another permission', ({ put }) => (put['x-permission'] = 'things:delete'), /needs things:delete/],
  ['a parameter that is gone', ({ put }) => put.parameters.splice(1, 1), /query sort is gone/],
  ['a header that is taken no more', ({ put }) => put.parameters.splice(2, 1), /if-match is gone/],
  ['a parameter that is required', ({ put }) => (put.parameters[1].required = true), /sort is required/],
  [
    'a new required parameter',
    ({ put }) => put.parameters.push({ name: 'by', in: 'query', required: true }),
    /by is required/,
  ],
  [
    'a value less of a parameter',
    ({ put }) => put.parameters[1].schema.enum.pop(),
    /sort takes "at" no more/,
  ],
  ['a status that is gone', ({ put }) => delete put.responses[404], /answer 404 is gone/],
  [
    'another status of success',
    ({ put }) => {
      put.responses[201] = put.responses[200];
      delete put.responses[200];
    },
    /answer 200 is gone/,
  ],
  ['a header of an answer that is gone', ({ put }) => delete put.responses[200].headers.ETag, /no ETag/],
  [
    'another media type of an answer',
    ({ put }) => (put.responses[200].content = { 'text/csv': {} }),
    /no application\/json/,
  ],
  [
    'another media type of a body',
    ({ put }) => (put.requestBody.content = { 'text/csv': {} }),
    /body is no application\/json/,
  ],
  ['a body that is gone', ({ put }) => delete put.requestBody, /body is gone/],
  ['a field of an answer that is gone', ({ thing }) => delete thing.properties.at, /answer 200 at: is gone/],
  [
    'a field of an answer with another name',
    ({ thing }) => {
      thing.properties.when = thing.properties.at;
      delete thing.properties.at;
    },
    /at: is gone/,
  ],
  ['a field of an answer that may be missing', ({ thing }) => thing.required.shift(), /id: may be missing/],
  [
    'a field of an answer of another type',
    ({ thing }) => (thing.properties.id.type = 'integer'),
    /id: may now be integer/,
  ],
  [
    'a field of an answer that may be null',
    ({ thing }) => (thing.properties.id = { type: ['string', 'null'] }),
    /id: may now be null/,
  ],
  [
    'a field of an answer of another format',
    ({ thing }) => (thing.properties.at.format = 'date'),
    /at: format is date/,
  ],
  [
    'items of another type',
    ({ thing }) => (thing.properties.parts.items = { type: 'string' }),
    /parts\[\]: may now be string/,
  ],
  [
    'values of another type',
    ({ thing }) => (thing.properties.more.additionalProperties.type = 'number'),
    /more\.\*: may now be number/,
  ],
  [
    'a field less in a choice',
    ({ thing }) => delete thing.properties.source.oneOf[0].properties.url,
    /source\.url: is gone/,
  ],
  [
    'a choice that is none any more',
    ({ thing }) => (thing.properties.size = { type: 'string' }),
    /size: may now be string/,
  ],
  [
    'a new required field',
    ({ made }) => {
      made.properties.by = { type: 'string' };
      made.required.push('by');
    },
    /body by: is required/,
  ],
  ['a field that is required', ({ made }) => made.required.push('count'), /body count: is required/],
  ['a field that is taken no more', ({ made }) => delete made.properties.tags, /body tags: is gone/],
  ['a value less', ({ made }) => made.properties.state.enum.pop(), /state: takes "shut" no more/],
  [
    'an enumeration where any text was taken',
    ({ made }) => (made.properties.name.enum = ['a']),
    /name: takes only "a"/,
  ],
  ['a lower maximum', ({ made }) => (made.properties.count.maximum = 8), /count: maximum is 8, was 9/],
  ['a higher minimum', ({ made }) => (made.properties.count.minimum = 2), /count: minimum is 2/],
  ['a shorter text', ({ made }) => (made.properties.name.maxLength = 19), /name: maxLength is 19/],
  ['a shorter list', ({ made }) => (made.properties.tags.maxItems = 4), /tags: maxItems is 4/],
  [
    'a new limit',
    ({ made }) => (made.properties.price.maximum = 1e9),
    /price: maximum is 1000000000, was none/,
  ],
  ['a pattern', ({ made }) => (made.properties.name.pattern = '^a'), /name: pattern is \^a/],
  ['whole numbers only', ({ made }) => (made.properties.price.type = 'integer'), /price: takes no number/],
  ['a type less', ({ made }) => made.properties.value.anyOf.pop(), /value: takes no number/],
  [
    'items of one more limit',
    ({ made }) => (made.properties.tags.items.maxLength = 5),
    /tags\[\]: maxLength is 5/,
  ],
];
const harmless: [string, (parts: Parts) => unknown][] = [
  [
    'an operation more',
    ({ all, health }) => (all.paths['/ready'] = { get: { ...health, operationId: 'getReady' } }),
  ],
  [
    'another name of a path’s parameter',
    ({ all, put }) => {
      all.paths = { ...all.paths, '/things/{id}': { put } };
      delete all.paths['/things/{thingId}'];
      put.parameters[0].name = 'thingId';
    },
  ],
  ['an optional parameter more', ({ put }) => put.parameters.push({ name: 'by', in: 'query' })],
  ['a parameter that is optional', ({ put }) => (put.parameters[0].required = false)],
  ['a value more of a parameter', ({ put }) => put.parameters[1].schema.enum.push('size')],
  ['a status more', ({ put }) => (put.responses[409] = json({}))],
  ['a media type more', ({ put }) => (put.responses[200].content['text/csv'] = {})],
  [
    'no credential any more',
    ({ put }) => {
      put.security = [];
      delete put['x-permission'];
    },
  ],
  ['a field more of an answer', ({ thing }) => (thing.properties.by = { type: 'string' })],
  ['a field of an answer that is always there', ({ thing }) => thing.required.push('at')],
  ['a value more of an answer', ({ thing }) => thing.properties.state.enum.push('lost')],
  [
    'a choice more of an answer',
    ({ thing }) =>
      thing.properties.source.oneOf.push({ type: 'object', properties: { kind: { const: 'call' } } }),
  ],
  ['an answer that is never null', ({ thing }) => (thing.properties.size = { type: 'number' })],
  ['an answer that is always whole', ({ thing }) => (thing.properties.size.anyOf[0].type = 'integer')],
  ['an optional field more', ({ made }) => (made.properties.by = { type: 'string' })],
  ['a field that is optional', ({ made }) => made.required.pop()],
  ['a value more', ({ made }) => made.properties.state.enum.push('lost')],
  [
    'wider limits',
    ({ made }) => {
      made.properties.name.maxLength = 99;
      delete made.properties.count.minimum;
    },
  ],
  ['a type more', ({ made }) => (made.properties.count.type = ['integer', 'null'])],
  ['further fields', ({ made }) => delete made.additionalProperties],
  [
    'another description and example',
    ({ made, put }) => {
      made.description = 'New';
      put.summary = 'Other';
    },
  ],
  [
    'a schema of another name',
    ({ all, put, made }) => {
      all.components.schemas.Made = made;
      put.requestBody.content['application/json'].schema.$ref = '#/components/schemas/Made';
    },
  ],
  ['a schema in its place', ({ put, made }) => (put.requestBody.content['application/json'].schema = made)],
];

describe('a change of the document', () => {
  test.each(breaking)('is found to break callers: %s', (_, mutate, said) =>
    expect(breaksOf(mutate).join('\n')).toMatch(said),
  );
  test.each(breaking)('is told of only where it is: %s', (_, mutate) =>
    expect(breaksOf(mutate).length).toBeLessThanOrEqual(2),
  );
  test.each(harmless)('is harmless: %s', (_, mutate) => expect(breaksOf(mutate)).toEqual([]));

  test('that breaks the real document is found whatever field of whatever answer goes, and one more never breaks it', () => {
    const names = Object.entries(current.components.schemas ?? {}).flatMap(([name, { properties }]) =>
      properties && /^(Contact|Deal|Task|User|Pipeline|Team)$/.test(name)
        ? Object.keys(properties).map((field) => [name, field] as const)
        : [],
    );
    const paths = Object.fromEntries(
      Object.entries(current.paths).filter(([path]) =>
        /^\/v1\/(contacts|deals|tasks|users|pipelines|teams)(\/\{\w+\})?$/.test(path),
      ),
    );
    const few = { ...current, paths };
    fc.assert(
      fc.property(fc.constantFrom(...names), ([name, field]) => {
        const schema = current.components.schemas?.[name] as Schema;
        const { [field]: _, ...rest } = schema.properties ?? {};
        const withSchema = (other: Schema): Document => ({
          paths,
          components: { ...current.components, schemas: { ...current.components.schemas, [name]: other } },
        });
        const less = documentBreaks(few, withSchema({ ...schema, properties: rest }));
        expect(less.some(({ what }) => what.includes(`${field}: is gone`))).toBe(true);
        const more = { ...schema, properties: { ...schema.properties, another: { type: 'string' } } };
        expect(documentBreaks(few, withSchema(more))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

test('what is kept of a release is all that callers rely on', () => {
  const kept = JSON.parse(releasedText(current)) as Document;
  expect(documentBreaks(kept, current)).toEqual([]);
  expect(documentBreaks(current, kept)).toEqual([]);
  expect(readFileSync(new URL('../../../docs/openapi.released.json', import.meta.url), 'utf8')).toMatch(
    /^\{"paths"/,
  );
});

describe('a declaration', () => {
  const found = { operation: 'getHealth', what: 'is gone' };
  const meant = { ...found, why: 'Nobody asks any more.', date: '2026-11-22' };
  test('lets its break pass and no other', () => {
    expect(undeclared([found], [meant])).toEqual([]);
    expect(undeclared([found, { ...found, operation: 'getMe' }], [meant])).toHaveLength(1);
  });
  test('of no break, without a reason or without a day is refused', () => {
    expect(undeclared([], [meant])).toHaveLength(1);
    expect(undeclared([found], [{ ...meant, why: '' }])).toHaveLength(1);
    expect(undeclared([found], [{ ...meant, date: 'today' }])).toHaveLength(1);
  });
});

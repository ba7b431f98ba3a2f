import { readdirSync, readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../infra/openapi/document.ts';
import { allRoutes, openApiText } from '../../../infra/openapi/write.ts';
import { docsPage, type OpenApi } from '../../../shared/docs/docs-page.ts';
import { codes } from '../../../shared/docs/error-codes.ts';
import { tags } from '../../../shared/docs/tags.ts';
import { parsePart } from '../../../shared/platform/request.ts';

const root = new URL('../../../', import.meta.url);
const committed = () => readFileSync(new URL('docs/openapi.json', root), 'utf8');
const sources = ['shared', 'functions'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')),
);

type Body = { content?: Record<string, { example?: unknown }> } | undefined;
type Operation = { operationId: string; requestBody?: Body; responses: Record<string, Body> };
const { paths } = JSON.parse(committed()) as { paths: Record<string, Record<string, Operation>> };
const operations = Object.values(paths).flatMap((one) => Object.values(one));
const mediasOf = (body: Body) => Object.values(body?.content ?? {});

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(committed()));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('is committed as the contracts are', () => expect(committed()).toBe(openApiText()));

  it('has no two paths that differ in the name of a parameter alone (OpenAPI 3.1, 4.8.8)', () => {
    const paths = [...new Set(allRoutes().map(({ path }) => path))].map((path) =>
      path.replaceAll(/\{\w+\}/g, '{}'),
    );
    expect(paths).toEqual([...new Set(paths)]);
  });

  it('calls a schema the same in whichever order the routes stand', () => {
    const byName = (all: object) => JSON.stringify(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
    const [one, other] = [allRoutes(), allRoutes().reverse()].map(
      (routes) => openApiDocument(routes) as { paths: object; components: { schemas: object } },
    );
    expect(byName(other?.components.schemas ?? {})).toBe(byName(one?.components.schemas ?? {}));
  });

  it('has each operation once', () => {
    const ids = allRoutes().map(({ operationId }) => operationId);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('explains every error code that an operation may give, and every tag', () => {
    const named = allRoutes().flatMap(({ operationId, errors = [] }) =>
      errors.map((code) => ({ operationId, code })),
    );
    expect(named.filter(({ code }) => !codes[code])).toEqual([]);
    expect(allRoutes().filter(({ tag }) => !tags[tag])).toEqual([]);
  });

  it('has an example for every body that an operation takes or answers', () => {
    const wanting = operations.flatMap(({ operationId, requestBody, responses }) => [
      ...mediasOf(requestBody).map((media) => [`${operationId} request`, media] as const),
      ...mediasOf(Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]).map(
        (media) => [`${operationId} answer`, media] as const,
      ),
    ]);
    expect(wanting.filter(([, { example }]) => example === undefined).map(([where]) => where)).toEqual([]);
  });

  it('gives examples that the contracts themselves accept', () => {
    for (const route of allRoutes()) {
      const hasJson = route.status !== 204 && !route.produces;
      const parts = ['params', 'query', 'body', ...(hasJson ? (['response'] as const) : [])] as const;
      const given = parts.filter((part) => route.example?.[part] !== undefined);
      for (const part of given)
        expect(
          () => parsePart(route[part], route.example?.[part]),
          `${route.operationId} ${part}`,
        ).not.toThrow();
    }
  });

  it('shows the fields inside lists and objects, and marks code', () => {
    const page = docsPage(JSON.parse(committed()) as OpenApi);
    for (const name of ['stages[].requiredFields', 'emails[].address', 'timeline.items[].activity.kind'])
      expect(page).toContain(`<code>${name}</code>`);
    expect(page).not.toContain('`');
  });

  it('shows every operation and every error code on the page', () => {
    const page = docsPage(JSON.parse(committed()) as OpenApi);
    for (const { operationId } of allRoutes()) expect(page).toContain(`id="${operationId}"`);
    for (const code of Object.keys(codes)) expect(page).toContain(`id="${code}"`);
  });
});

it('explains every error code that the code gives', () => {
  const literal = /new AppError\(\s*'[a-z_]+',\s*'([a-z_]+)'/g;
  const given = sources.flatMap((text) => [...text.matchAll(literal)].map(([, code]) => code ?? ''));
  expect(given.length).toBeGreaterThan(10);
  expect([...new Set(given)].filter((code) => !codes[code])).toEqual([]);
});

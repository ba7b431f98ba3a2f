import { readdirSync, readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { allRoutes, openApiText } from '../../../infra/openapi/write.ts';
import { docsPage, type OpenApi } from '../../../shared/docs/docs-page.ts';
import { codes } from '../../../shared/docs/error-codes.ts';
import { parsePart } from '../../../shared/platform/request.ts';

const root = new URL('../../../', import.meta.url);
const committed = () => readFileSync(new URL('docs/openapi.json', root), 'utf8');
const sources = ['shared', 'functions'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')),
);

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

  it('has each operation once', () => {
    const ids = allRoutes().map(({ operationId }) => operationId);
    expect(ids).toEqual([...new Set(ids)]);
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

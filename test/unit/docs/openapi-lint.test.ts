import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintFindings } from '../../../infra/openapi/lint.ts';

const committed = readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8');

test('Redocly’s recommended rules find nothing in the OpenAPI document, not even a warning', async () =>
  expect(await lintFindings(committed)).toEqual([]));

test('and would find an operation without an id, a description of a tag that is missing and an example that is wrong', async () => {
  const { tags, paths, ...document } = JSON.parse(committed);
  const { operationId: _, ...nameless } = paths['/v1/health'].get;
  nameless.responses['200'].content['application/json'].example = { status: 7 };
  const broken = { ...document, tags: [{ name: tags[0].name }], paths: { '/v1/health': { get: nameless } } };
  const found = (await lintFindings(JSON.stringify(broken))).join('\n');
  for (const rule of ['operation-operationId', 'tag-description', 'no-invalid-media-type-examples'])
    expect(found).toContain(rule);
});

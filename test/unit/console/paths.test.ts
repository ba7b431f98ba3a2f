import { expect, test } from 'vitest';
import { cacheControlOf, fileAt, fileAtFunction, isApiPath } from '../../../infra/console/paths.ts';
import { functions } from '../../../infra/functions.ts';

const run = new Function(`${fileAtFunction}; return handler;`)() as (event: { request: { uri: string } }) => {
  uri: string;
};

test('every route of the API has a path that the API answers at the console’s host', () => {
  const paths = functions.flatMap(({ trigger }) =>
    trigger.kind === 'api' ? trigger.routes.map(({ path }) => path) : [],
  );
  expect(paths.length).toBeGreaterThan(200);
  expect(paths.filter((path) => !isApiPath(path.replaceAll(/\{\w+\+?\}/g, 'x.y')))).toEqual([]);
});

test.each([
  '/',
  '/v1',
  '/v2/contacts',
  '/contacts/ct_1',
  '/forms',
  '/forms/f_1',
  '/forms/f_1/embed.jsx',
  '/openapiXjson',
  '/docsy',
])('%s is the console’s', (path) => {
  expect(isApiPath(path)).toBe(false);
});

test.each([
  ['/', '/index.html'],
  ['/deals/dl_1', '/index.html'],
  ['/settings/v1.2/forms', '/index.html'],
  ['/index.html', '/index.html'],
  ['/sw.js', '/sw.js'],
  ['/assets/missing-1a2b.css', '/assets/missing-1a2b.css'],
])('%s is answered by %s, on a laptop as by CloudFront', (path, file) => {
  expect(fileAt(path)).toBe(file);
  expect(run({ request: { uri: path } }).uri).toBe(file);
});

test('only what has its content’s hash in its name is kept without asking', () => {
  expect(cacheControlOf('/assets/index-1a2b.js')).toContain('immutable');
  for (const file of ['/index.html', '/sw.js', '/manifest.webmanifest', '/icon.svg'])
    expect(cacheControlOf(file)).toBe('no-cache');
});

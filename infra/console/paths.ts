import { extname } from 'node:path';

/** What the API answers at the console's own host, as CloudFront writes patterns: `*` is any signs, none and slashes included. */
export const apiPaths = ['/v1/*', '/docs', '/openapi.json', '/forms/*/embed.js', '/forms/*/thanks'] as const;

/** The same of the local cloud, which answers a little more. */
const patterns = [...apiPaths, '/_local/*'].map((pattern) =>
  pattern.replaceAll('.', '\\.').replaceAll('*', '.*'),
);
export const apiPattern = `(?:${patterns.join('|')})`;
const ofApi = new RegExp(`^${apiPattern}$`, 's');

/** Whether the API (or the local cloud itself) answers a path, and not the console. */
export const isApiPath = (path: string): boolean => ofApi.test(path);

/** A path that names a file by its extension. Any other is a page of the console, which finds its way by itself. */
const named = /\.[^./]+$/;

/** The file of the build that answers a path. */
export const fileAt = (path: string): string => (named.test(path) ? path : '/index.html');

/** The same as a CloudFront Function (runtime 2.0), for the behaviour that serves the console. */
export const fileAtFunction = `function handler(event) {
  var request = event.request;
  if (!${named}.test(request.uri)) request.uri = '/index.html';
  return request;
}`;

/** Whether a file of the build has a hash of what it holds in its name. */
export const isAsset = (file: string): boolean => file.startsWith('/assets/');

/** A file that is named by what it holds never changes; any other is asked for each time, and mostly answered with 304. */
export const cacheControlOf = (file: string): string =>
  isAsset(file) ? 'public, max-age=31536000, immutable' : 'no-cache';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
/** The media type that a file of the build is served with. */
export const contentTypeOf = (file: string): string => types[extname(file)] ?? 'application/octet-stream';

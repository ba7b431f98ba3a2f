/** What the API answers at the console's own host, as CloudFront writes patterns: `*` is any signs, none and slashes included. */
const apiPaths = ['/v1/*', '/docs', '/openapi.json', '/forms/*/embed.js', '/forms/*/thanks'] as const;

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

/** The build's folder of files that have a hash of what they hold in their names. */
const assets = '/assets/';

/** A file that is named by what it holds never changes; any other is asked for each time, and mostly answered with 304. */
export const cacheControlOf = (file: string): string =>
  file.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache';

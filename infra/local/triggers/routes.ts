/** Which route of an HTTP API a request takes (API Gateway developer guide, "Create routes for HTTP APIs"). Pure. */
export type Route<T> = { key: string; method: string; segments: string[]; value: T };
export type Match<T> = { route: Route<T>; pathParameters: Record<string, string> };

const greedy = /^\{(.+)\+\}$/;
const parameter = /^\{(.+)\}$/;

export function parseRoute<T>(key: string, value: T): Route<T> {
  const [method = '', path = ''] = key.split(' ');
  return { key, method, segments: path.split('/').slice(1), value };
}

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** What one segment of a route takes of the path at `index`: parameters, `rest` if it takes all that is left; undefined if nothing. */
function take(
  segment: string,
  path: string[],
  index: number,
): { found: Record<string, string>; rest?: true } | undefined {
  const actual = path[index];
  if (actual === undefined) return undefined;
  const all = greedy.exec(segment)?.[1];
  if (all !== undefined) return { found: { [all]: path.slice(index).map(decode).join('/') }, rest: true };
  const name = parameter.exec(segment)?.[1];
  if (name === undefined) return segment === decode(actual) ? { found: {} } : undefined;
  return actual === '' ? undefined : { found: { [name]: decode(actual) } };
}

/** The path parameters, or undefined where the route is another one. A parameter takes one segment that is not empty. */
function parametersOf(segments: string[], path: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const taken = take(segment, path, index);
    if (!taken) return undefined;
    Object.assign(parameters, taken.found);
    if (taken.rest) return parameters;
  }
  return segments.length === path.length ? parameters : undefined;
}

const rankOf = (segment: string): number => (greedy.test(segment) ? 2 : parameter.test(segment) ? 1 : 0);

/** Negative where `one` is the more specific: literal before parameter before greedy, segment by segment, then method before ANY. */
function bySpecificity<T>(one: Route<T>, other: Route<T>): number {
  const length = Math.max(one.segments.length, other.segments.length);
  for (let index = 0; index < length; index += 1) {
    const difference = rankOf(one.segments[index] ?? '') - rankOf(other.segments[index] ?? '');
    if (difference !== 0) return difference;
  }
  return Number(one.method === 'ANY') - Number(other.method === 'ANY');
}

/** Builds the look-up: full match, then greedy match, then `$default`, then nothing. */
export function routeTable<T>(routes: Route<T>[]): (method: string, path: string) => Match<T> | undefined {
  const fallback = routes.find(({ key }) => key === '$default');
  const ordered = routes.filter((route) => route !== fallback).sort(bySpecificity);
  return (method, path) => {
    const segments = path.split('/').slice(1);
    for (const route of ordered) {
      if (route.method !== method && route.method !== 'ANY') continue;
      const pathParameters = parametersOf(route.segments, segments);
      if (pathParameters) return { route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
}

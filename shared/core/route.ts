import type * as z from 'zod';
import type { Permission } from './policy.ts';
import type { Veil } from './veil.ts';

export type Route = {
  operationId: string;
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'OPTIONS';
  path: `/${string}`;
  tag: string;
  summary: string;
  description?: string;
  /** `public`: anybody, without a credential. `signed_in`: anybody with one, whatever their roles are. */
  access: Permission | 'public' | 'signed_in';
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType;
  /** Media types the body may have; `application/json` where nothing is said. Others reach the operation as `request`. */
  accepts?: readonly string[];
  status: number;
  /** Other statuses of success, with the same body: 201 of a `PUT` that made what it names, 200 of what was there already. */
  also?: readonly number[];
  response: z.ZodType;
  /** The answer shows more than the record whose version is its ETag, so that it is never `304`. */
  showsMore?: boolean;
  /** What the answer cost would tell what was found, so that it is not said. */
  hidesCost?: boolean;
  /** Takes out of the answer what its reader's roles hide. */
  veil?: Veil;
  /** Media type of the answer where it is not JSON. */
  produces?: string;
  /** Codes of the errors that only this operation gives, for the documentation. */
  errors?: readonly string[];
  /** One request that the server accepts, shown in the documentation. */
  example?: { params?: unknown; query?: unknown; body?: unknown; response?: unknown };
};
/** Keeps the literal types; the same value feeds the function, API Gateway, the OpenAPI document and the typed client. */
export const defineRoute = <const R extends Route>(route: R) => route;
/** What API Gateway calls the route: its template and its event have the same words. */
export const routeKeyOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`;
/**
 * As API Gateway is told them: of a path that has several methods, all for who has a credential, one route for any method, since an API
 * has 300 routes at most; the function tells the methods apart. What is public has a route, and a throttle, each.
 */
export function gatewayKeys(routes: readonly Route[]): { key: string; contracts: Route[] }[] {
  const groups = Map.groupBy(routes, (route) => (route.access === 'public' ? routeKeyOf(route) : route.path));
  return [...groups.values()].map((contracts) => {
    const [first] = contracts as [Route];
    return { key: contracts.length > 1 ? `ANY ${first.path}` : routeKeyOf(first), contracts };
  });
}
/** The contract that a request of API Gateway is for, by its name of the route and the request's own method. */
export const contractKey = (gatewayKey: string, method: string): string =>
  gatewayKey.replace(/^ANY /, `${method} `);
/** Whether a route reads one of what stands at a path: `GET /v1/deals/{dealId}` of `/v1/deals`. */
export const isPageOf = (collection: string, { method, path }: Pick<Route, 'method' | 'path'>): boolean =>
  method === 'GET' && path.startsWith(`${collection}/{`) && path.indexOf('/', collection.length + 1) < 0;

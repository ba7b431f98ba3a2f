import type { Route } from '../../core/route.ts';

/** Whether an operation answers as CSV too, where that is asked for (`Accept: text/csv`): every report does. */
export const hasCsv = ({ method, path }: Pick<Route, 'method' | 'path'>): boolean =>
  method === 'GET' && /^\/v1\/reports\/[a-z-]+$/.test(path);

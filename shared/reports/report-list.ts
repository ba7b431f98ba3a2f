import * as z from 'zod';
import type { Permission } from '../core/policy.ts';
import type { Route } from '../core/route.ts';
import { reportNamed, reportNames } from './all-report-routes.ts';
import { figuresIn, partsIn } from './csv/report-rows.ts';

const Part = z.object({
  name: z.string().describe('A list of the report: `rows`, `months`; `whole` is one line.'),
  figures: z.array(z.string()).describe('Its columns, as a CSV file of the report names them.'),
});
const Listed = z.object({
  report: z.string().describe('As the tiles of dashboards name it.'),
  path: z.string(),
  summary: z.string(),
  hasPeriod: z.boolean().describe('Whether it is of months; else of how things stand now.'),
  parts: z.array(Part),
});
export const ReportList = z.object({ items: z.array(Listed) });

/** Whether a report takes `from` and `to`. */
export const hasMonths = ({ query }: Route): boolean => 'shape' in query && 'from' in (query.shape as object);

const isFor = ({ access }: Route, permissions: readonly Permission[]) =>
  access === 'signed_in' || permissions.some((permission) => permission === access);

/** The reports that somebody with these permissions may ask for, and what is in them. */
export function reportsFor(permissions: readonly Permission[]): z.infer<typeof ReportList> {
  const items = reportNames.flatMap((report) => {
    const route = reportNamed(report);
    if (!route || !isFor(route, permissions)) return [];
    const parts = partsIn(route.response).map((part) => ({ name: part.name, figures: figuresIn(part) }));
    return [{ report, path: route.path, summary: route.summary, hasPeriod: hasMonths(route), parts }];
  });
  return { items };
}

import type { Route } from '../core/route.ts';
import { activityReportRoutes } from './activity-report-routes.ts';
import { customerReportRoutes } from './customer-report-routes.ts';
import { orderReportRoutes } from './order-report-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { teamReportRoutes } from './team-report-routes.ts';

/** Every report that there is; dashboards name one by the last part of its path. */
const all: readonly Route[] = [
  ...reportRoutes,
  ...teamReportRoutes,
  ...orderReportRoutes,
  ...customerReportRoutes,
  ...activityReportRoutes,
];
const byName = new Map(all.map((route) => [route.path.split('/').at(-1) ?? '', route]));

export const reportNames: readonly string[] = [...byName.keys()];
/** The contract of a report: `sales` of `/v1/reports/sales`. */
export const reportNamed = (name: string): Route | undefined => byName.get(name);

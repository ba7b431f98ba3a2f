import { operation } from '../../../shared/platform/api.ts';
import { reportsFor } from '../../../shared/reports/report-list.ts';
import { listReportsRoute } from '../../../shared/reports/report-list-routes.ts';

export const listReportsOperation = operation(listReportsRoute, async ({ actor }) =>
  reportsFor(actor.permissions),
);

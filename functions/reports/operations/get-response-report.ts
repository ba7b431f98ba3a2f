import { operation } from '../../../shared/platform/api.ts';
import { getResponseReportRoute } from '../../../shared/reports/activity-report-routes.ts';
import { periodBefore, periodOf } from '../../../shared/reports/period.ts';
import { responseCube } from '../../../shared/reports/response-facts.ts';
import { responseMonths, responsePeriod } from '../../../shared/reports/response-report.ts';
import { readContactCells } from '../cells/contact-cells.ts';

export const getResponseReportOperation = operation(getResponseReportRoute, async ({ actor, query, now }) => {
  const period = periodOf(query, now);
  const [cells, before] = await Promise.all([
    readContactCells(actor, responseCube, query, period),
    query.compare && readContactCells(actor, responseCube, query, periodBefore(period)),
  ]);
  return {
    ...responsePeriod(cells),
    months: responseMonths(cells),
    ...(before && { before: responsePeriod(before) }),
  };
});

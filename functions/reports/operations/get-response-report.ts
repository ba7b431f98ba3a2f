import { operation } from '../../../shared/platform/api.ts';
import { getResponseReportRoute } from '../../../shared/reports/activity-report-routes.ts';
import { compared, cutTo, periodToRead } from '../../../shared/reports/compared.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { responseCube } from '../../../shared/reports/response-facts.ts';
import { responseMonths, responsePeriod } from '../../../shared/reports/response-report.ts';
import { readContactCells } from '../cells/contact-cells.ts';

export const getResponseReportOperation = operation(getResponseReportRoute, async ({ actor, query, now }) => {
  const period = periodOf(query, now);
  const cells = await readContactCells(actor, responseCube, query, periodToRead(period, query));
  return {
    ...compared(period, query, (each) => responsePeriod(cutTo(cells, each))),
    months: responseMonths(cutTo(cells, period)),
  };
});

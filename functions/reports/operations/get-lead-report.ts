import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { seesPurchases } from '../../../shared/orders/purchases.ts';
import { operation } from '../../../shared/platform/api.ts';
import { getLeadReportRoute } from '../../../shared/reports/customer-report-routes.ts';
import { leadCube } from '../../../shared/reports/lead-facts.ts';
import { leadMonths, leadPeriod } from '../../../shared/reports/lead-report.ts';
import { periodBefore, periodOf } from '../../../shared/reports/period.ts';
import { readContactCells } from '../cells/contact-cells.ts';

export const getLeadReportOperation = operation(getLeadReportRoute, async ({ actor, query, now }) => {
  assertMayAsk(actor, 'contact', ['lifecycle']);
  const period = periodOf(query, now);
  const sees = seesPurchases(actor);
  const [cells, before] = await Promise.all([
    readContactCells(actor, leadCube, query, period),
    query.compare && readContactCells(actor, leadCube, query, periodBefore(period)),
  ]);
  return {
    ...leadPeriod(cells, sees),
    months: leadMonths(cells, sees),
    ...(before && { before: leadPeriod(before, sees) }),
  };
});

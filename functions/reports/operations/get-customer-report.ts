import { operation } from '../../../shared/platform/api.ts';
import { customerCube } from '../../../shared/reports/customer-facts.ts';
import { customerMonths, customerPeriod } from '../../../shared/reports/customer-report.ts';
import { getCustomerReportRoute } from '../../../shared/reports/customer-report-routes.ts';
import { periodBefore, periodOf } from '../../../shared/reports/period.ts';
import { assertSeesPurchases, readContactCells } from '../cells/contact-cells.ts';

export const getCustomerReportOperation = operation(getCustomerReportRoute, async ({ actor, query, now }) => {
  assertSeesPurchases(actor);
  const period = periodOf(query, now);
  const [cells, earlier] = await Promise.all([
    readContactCells(actor, customerCube, query, period),
    query.compare && readContactCells(actor, customerCube, query, periodBefore(period)),
  ]);
  const own = customerPeriod(cells);
  const before = earlier && customerPeriod(earlier);
  const had = before ? before.whole.customers : 0;
  return {
    ...own,
    months: customerMonths(cells),
    ...(before && { before }),
    ...(had > 0 && { retention: own.whole.retained / had }),
  };
});

import { operation } from '../../../shared/platform/api.ts';
import { compared, cutTo, periodToRead } from '../../../shared/reports/compared.ts';
import { customerCube } from '../../../shared/reports/customer-facts.ts';
import { customerMonths, customerPeriod } from '../../../shared/reports/customer-report.ts';
import { getCustomerReportRoute } from '../../../shared/reports/customer-report-routes.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { assertSeesPurchases, readContactCells } from '../cells/contact-cells.ts';

export const getCustomerReportOperation = operation(getCustomerReportRoute, async ({ actor, query, now }) => {
  assertSeesPurchases(actor);
  const period = periodOf(query, now);
  const cells = await readContactCells(actor, customerCube, query, periodToRead(period, query));
  const figures = compared(period, query, (each) => customerPeriod(cutTo(cells, each)));
  const had = figures.before?.whole.customers ?? 0;
  return {
    ...figures,
    months: customerMonths(cutTo(cells, period)),
    ...(had > 0 && { retention: figures.whole.retained / had }),
  };
});

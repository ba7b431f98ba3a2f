import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { seesPurchases } from '../../../shared/orders/purchases.ts';
import { operation } from '../../../shared/platform/api.ts';
import { compared, cutTo, periodToRead } from '../../../shared/reports/compared.ts';
import { getLeadReportRoute } from '../../../shared/reports/customer-report-routes.ts';
import { leadCube } from '../../../shared/reports/lead-facts.ts';
import { leadMonths, leadPeriod } from '../../../shared/reports/lead-report.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { readContactCells } from '../cells/contact-cells.ts';

export const getLeadReportOperation = operation(getLeadReportRoute, async ({ actor, query, now }) => {
  assertMayAsk(actor, 'contact', ['lifecycle']);
  const period = periodOf(query, now);
  const sees = seesPurchases(actor);
  const cells = await readContactCells(actor, leadCube, query, periodToRead(period, query));
  return {
    ...compared(period, query, (each) => leadPeriod(cutTo(cells, each), sees)),
    months: leadMonths(cutTo(cells, period), sees),
  };
});

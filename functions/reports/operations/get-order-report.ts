import { operation } from '../../../shared/platform/api.ts';
import { compared, cutTo, periodToRead } from '../../../shared/reports/compared.ts';
import { orderMonths, orderPeriod } from '../../../shared/reports/order-report.ts';
import { getOrderReportRoute } from '../../../shared/reports/order-report-routes.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { orderSight, readOrderCells } from '../cells/order-cells.ts';

export const getOrderReportOperation = operation(getOrderReportRoute, async ({ actor, query, now }) => {
  const period = periodOf(query, now);
  const sees = orderSight(actor);
  const cells = await readOrderCells(actor, query, periodToRead(period, query));
  return {
    ...compared(period, query, (each) => orderPeriod(cutTo(cells, each), sees)),
    months: orderMonths(cutTo(cells, period), sees),
  };
});

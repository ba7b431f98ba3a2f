import { operation } from '../../../shared/platform/api.ts';
import { orderMonths, orderPeriod } from '../../../shared/reports/order-report.ts';
import { getOrderReportRoute } from '../../../shared/reports/order-report-routes.ts';
import { periodBefore, periodOf } from '../../../shared/reports/period.ts';
import { orderSight, readOrderCells } from '../cells/order-cells.ts';

export const getOrderReportOperation = operation(getOrderReportRoute, async ({ actor, query, now }) => {
  const period = periodOf(query, now);
  const sees = orderSight(actor);
  const [cells, before] = await Promise.all([
    readOrderCells(actor, query, period),
    query.compare && readOrderCells(actor, query, periodBefore(period)),
  ]);
  return {
    ...orderPeriod(cells, sees),
    months: orderMonths(cells, sees),
    ...(before && { before: orderPeriod(before, sees) }),
  };
});

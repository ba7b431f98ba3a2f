import { operation } from '../../../shared/platform/api.ts';
import { periodBefore, periodOf } from '../../../shared/reports/period.ts';
import { getSalesReportRoute } from '../../../shared/reports/report-routes.ts';
import { salesMonths, salesPeriod } from '../../../shared/reports/sales-report.ts';
import { dealSight, pipelineAsked, readDealCells } from '../cells/deal-cells.ts';

export const getSalesReportOperation = operation(getSalesReportRoute, async ({ actor, query, now }) => {
  const pipeline = await pipelineAsked(actor, query.pipelineId);
  const wanted = { actor, pipeline, asked: query };
  const period = periodOf(query, now);
  const sees = dealSight(actor);
  const [cells, before] = await Promise.all([
    readDealCells(wanted, period),
    query.compare && readDealCells(wanted, periodBefore(period)),
  ]);
  return {
    pipelineId: pipeline.id,
    ...salesPeriod(cells, sees),
    months: salesMonths(cells, sees),
    ...(before && { before: salesPeriod(before, sees) }),
  };
});

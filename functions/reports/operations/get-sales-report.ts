import { operation } from '../../../shared/platform/api.ts';
import { compared, cutTo, periodToRead } from '../../../shared/reports/compared.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { getSalesReportRoute } from '../../../shared/reports/report-routes.ts';
import { salesMonths, salesPeriod } from '../../../shared/reports/sales-report.ts';
import { dealSight, pipelineAsked, readDealCells } from '../cells/deal-cells.ts';

export const getSalesReportOperation = operation(getSalesReportRoute, async ({ actor, query, now }) => {
  const pipeline = await pipelineAsked(actor, query.pipelineId);
  const period = periodOf(query, now);
  const sees = dealSight(actor);
  const cells = await readDealCells({ actor, pipeline, asked: query }, periodToRead(period, query));
  return {
    pipelineId: pipeline.id,
    ...compared(period, query, (each) => salesPeriod(cutTo(cells, each), sees)),
    months: salesMonths(cutTo(cells, period), sees),
  };
});

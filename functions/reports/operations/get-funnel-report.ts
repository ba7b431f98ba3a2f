import { operation } from '../../../shared/platform/api.ts';
import { compared, cutTo, periodToRead } from '../../../shared/reports/compared.ts';
import { funnelPeriod } from '../../../shared/reports/funnel-report.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { getFunnelReportRoute } from '../../../shared/reports/report-routes.ts';
import { pipelineAsked, readDealCells } from '../cells/deal-cells.ts';

export const getFunnelReportOperation = operation(getFunnelReportRoute, async ({ actor, query, now }) => {
  const pipeline = await pipelineAsked(actor, query.pipelineId);
  const period = periodOf(query, now);
  const cells = await readDealCells({ actor, pipeline, asked: query }, periodToRead(period, query));
  return {
    pipelineId: pipeline.id,
    ...compared(period, query, (each) => funnelPeriod(pipeline, cutTo(cells, each))),
  };
});

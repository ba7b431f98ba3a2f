import { operation } from '../../../shared/platform/api.ts';
import { funnelReport } from '../../../shared/reports/funnel-report.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { getFunnelReportRoute } from '../../../shared/reports/report-routes.ts';
import { pipelineAsked, readDealCells } from '../cells/deal-cells.ts';

export const getFunnelReportOperation = operation(getFunnelReportRoute, async ({ actor, query, now }) => {
  const pipeline = await pipelineAsked(actor, query.pipelineId);
  return funnelReport(pipeline, await readDealCells({ actor, pipeline, asked: query }, periodOf(query, now)));
});

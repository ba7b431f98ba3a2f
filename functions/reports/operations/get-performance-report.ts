import { operation } from '../../../shared/platform/api.ts';
import { performanceReport } from '../../../shared/reports/performance-report.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { allTargets } from '../../../shared/reports/target-store.ts';
import { getPerformanceReportRoute } from '../../../shared/reports/team-report-routes.ts';
import { pipelineAsked, readDealCells, seesMoney } from '../cells/deal-cells.ts';

export const getPerformanceReportOperation = operation(
  getPerformanceReportRoute,
  async ({ actor, query, now }) => {
    const period = periodOf(query, now);
    const pipeline = await pipelineAsked(actor, query.pipelineId);
    const [cells, targets] = await Promise.all([
      readDealCells({ actor, pipeline, asked: { splitBy: query.by } }, period),
      allTargets(actor, period),
    ]);
    const split = cells.split ?? { dimension: query.by, cells: new Map() };
    return performanceReport(pipeline.id, { ...cells, split }, targets, seesMoney(actor));
  },
);

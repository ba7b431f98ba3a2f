import { operation } from '../../../shared/platform/api.ts';
import { compared, cutTo, isIn, periodToRead } from '../../../shared/reports/compared.ts';
import { performancePeriod } from '../../../shared/reports/performance-report.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { allTargets } from '../../../shared/reports/target-store.ts';
import { getPerformanceReportRoute } from '../../../shared/reports/team-report-routes.ts';
import { pipelineAsked, readDealCells, seesMoney } from '../cells/deal-cells.ts';

export const getPerformanceReportOperation = operation(
  getPerformanceReportRoute,
  async ({ actor, query, now }) => {
    const period = periodOf(query, now);
    const pipeline = await pipelineAsked(actor, query.pipelineId);
    const read = periodToRead(period, query);
    const [cells, targets] = await Promise.all([
      readDealCells({ actor, pipeline, asked: { splitBy: query.by } }, read),
      allTargets(actor, read),
    ]);
    const none = { dimension: query.by, cells: new Map() };
    return {
      pipelineId: pipeline.id,
      ...compared(period, query, (each) => {
        const { split = none, ...own } = cutTo(cells, each);
        const aims = targets.filter(({ month }) => isIn(each, month));
        return performancePeriod(pipeline.id, { ...own, split }, aims, seesMoney(actor));
      }),
    };
  },
);

import type { Actor } from '../../../shared/core/actor.ts';
import { reachOf } from '../../../shared/core/rights.ts';
import { mayRead, within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { compared, cutTo, isIn, periodToRead } from '../../../shared/reports/compared.ts';
import { performancePeriod } from '../../../shared/reports/performance-report.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import type { Target } from '../../../shared/reports/target.ts';
import { allTargets } from '../../../shared/reports/target-store.ts';
import { getPerformanceReportRoute } from '../../../shared/reports/team-report-routes.ts';
import { pipelineAsked, readDealCells, seesMoney } from '../cells/deal-cells.ts';

/** A target is held to deals that are all in reach: to some of them it would say that what others won was not. */
const isHeld = (actor: Actor, { userId }: Target): boolean =>
  userId ? mayRead(within(actor), 'deal', userId) : reachOf(actor, 'deal', 'read').reach === 'all';

export const getPerformanceReportOperation = operation(
  getPerformanceReportRoute,
  async ({ actor, query, now }) => {
    const period = periodOf(query, now);
    const pipeline = await pipelineAsked(actor, query.pipelineId);
    const read = periodToRead(period, query);
    const [cells, all] = await Promise.all([
      readDealCells({ actor, pipeline, asked: { splitBy: query.by } }, read),
      allTargets(actor, read),
    ]);
    const targets = all.filter((target) => isHeld(actor, target));
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

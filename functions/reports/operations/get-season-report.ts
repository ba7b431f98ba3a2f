import { operation } from '../../../shared/platform/api.ts';
import { wholeValue } from '../../../shared/reports/cube.ts';
import { getSeasonReportRoute } from '../../../shared/reports/order-report-routes.ts';
import { monthsAfter, periodOf } from '../../../shared/reports/period.ts';
import { seasonReport } from '../../../shared/reports/season-report.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { assertSeesOrderMoney, readOrderCells } from '../cells/order-cells.ts';

const lastMonths = 36;

/** The present month is not over, so that it would look like a weak one: without a word it is left out. */
export const getSeasonReportOperation = operation(getSeasonReportRoute, async ({ actor, query, now }) => {
  const { measure, productId, ownerId, to = monthsAfter(now.slice(0, 7), -1) } = query;
  const period = periodOf({ from: query.from ?? monthsAfter(to, 1 - lastMonths), to }, now);
  if (measure === 'revenue') assertSeesOrderMoney(actor);
  const splitBy = productId ? undefined : query.splitBy;
  const [{ whole, split }, { currency }] = await Promise.all([
    readOrderCells(actor, { splitBy, productId, ownerId }, period),
    query.currency ? { currency: query.currency } : workspaceOf(actor.workspaceId),
  ]);
  const own = new Map(productId ? [[productId, whole.get(wholeValue) ?? new Map()]] : []);
  return seasonReport({ period, whole, cells: split?.cells ?? own, measure, currency });
});

import { operation } from '../../../shared/platform/api.ts';
import { dueMonth, noMonth } from '../../../shared/reports/deal-facts.ts';
import { forecastReport } from '../../../shared/reports/forecast-report.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { getForecastReportRoute } from '../../../shared/reports/report-routes.ts';
import { dealSight, pipelineAsked, readDealCells } from '../cells/deal-cells.ts';

/** Of open deals all months, and none. */
const everyMonth = { from: dueMonth('0'), to: dueMonth(noMonth) };

export const getForecastReportOperation = operation(getForecastReportRoute, async ({ actor, query, now }) => {
  const pipeline = await pipelineAsked(actor, query.pipelineId);
  const wanted = { actor, pipeline, asked: query };
  const lastYear = { ...wanted, asked: { ownerId: query.ownerId } };
  const [{ whole, split }, history] = await Promise.all([
    readDealCells(wanted, everyMonth),
    readDealCells(lastYear, periodOf({}, now)),
  ]);
  const cells = { whole, split, history: history.whole };
  return forecastReport(pipeline, cells, { today: now.slice(0, 10), sight: dealSight(actor) });
});

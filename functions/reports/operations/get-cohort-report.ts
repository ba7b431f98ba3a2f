import { operation } from '../../../shared/platform/api.ts';
import { cohortReport } from '../../../shared/reports/cohort-report.ts';
import { customerCube } from '../../../shared/reports/customer-facts.ts';
import { getCohortReportRoute } from '../../../shared/reports/customer-report-routes.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { assertSeesPurchases, readContactCells } from '../cells/contact-cells.ts';

export const getCohortReportOperation = operation(getCohortReportRoute, async ({ actor, query, now }) => {
  assertSeesPurchases(actor);
  const period = periodOf(query, now);
  const { whole } = await readContactCells(actor, customerCube, { ownerId: query.ownerId }, period);
  return cohortReport(period, whole, now.slice(0, 7));
});

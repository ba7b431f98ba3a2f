import { memberships } from '../../../shared/access/team.ts';
import { allTeams } from '../../../shared/access/team-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { operation } from '../../../shared/platform/api.ts';
import { activityMonths, activityPeriod, type NameOf } from '../../../shared/reports/activity-report.ts';
import { getActivityReportRoute } from '../../../shared/reports/activity-report-routes.ts';
import { dimensionOutOfReach } from '../../../shared/reports/cell-store.ts';
import { compared, periodToRead } from '../../../shared/reports/compared.ts';
import { noValue } from '../../../shared/reports/cube.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { readDone, seesAllDone } from '../cells/done-cells.ts';

type Asked = { splitBy?: 'owner' | 'team' | undefined; ownerId?: string | undefined };
/** Under which name somebody's deeds stand: a team's are those of its members at the moment of asking. Throws `dimension_out_of_reach`. */
async function namesFor(actor: Actor, { splitBy, ownerId }: Asked): Promise<NameOf | undefined> {
  if (splitBy !== 'team') return splitBy && ((doer) => doer);
  if (ownerId !== undefined || !seesAllDone(actor)) throw dimensionOutOfReach(splitBy);
  const teamOf = memberships(await allTeams(actor.workspaceId));
  return (doer) => teamOf.get(doer) ?? noValue;
}

export const getActivityReportOperation = operation(getActivityReportRoute, async ({ actor, query, now }) => {
  const period = periodOf(query, now);
  const [deeds, nameOf] = await Promise.all([
    readDone(actor, { ownerId: query.ownerId, ...periodToRead(period, query) }),
    namesFor(actor, query),
  ]);
  return {
    ...compared(period, query, (each) => activityPeriod(deeds, each, nameOf)),
    months: activityMonths(deeds, period),
  };
});

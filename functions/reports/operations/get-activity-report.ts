import { memberships } from '../../../shared/access/access-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { ownerAsked } from '../../../shared/core/may-ask.ts';
import { operation } from '../../../shared/platform/api.ts';
import { type Aimed, activityMonths, activityPeriod } from '../../../shared/reports/activity-report.ts';
import { getActivityReportRoute } from '../../../shared/reports/activity-report-routes.ts';
import { dimensionOutOfReach } from '../../../shared/reports/cell-store.ts';
import { compared, periodToRead } from '../../../shared/reports/compared.ts';
import { noValue } from '../../../shared/reports/cube.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import type { Target } from '../../../shared/reports/target.ts';
import { allTargets } from '../../../shared/reports/target-store.ts';
import { doersFor, readDone, seesAllDone } from '../cells/done-cells.ts';

type Asked = { splitBy?: 'owner' | 'team' | undefined; ownerId?: string | undefined };
/** Under which name somebody's deeds stand: a team's are those of its members at the moment of asking. Throws `dimension_out_of_reach`. */
async function namesFor(actor: Actor, { splitBy, ownerId }: Asked): Promise<Aimed['nameOf']> {
  if (splitBy !== 'team') return splitBy && ((doer) => doer);
  if (ownerId !== undefined || !seesAllDone(actor)) throw dimensionOutOfReach(splitBy);
  const teamOf = await memberships(actor.workspaceId);
  return (doer) => teamOf.get(doer) ?? noValue;
}

/** A goal is held to deeds that are all told: of one of whom nothing is, it would say that nothing was done. */
function aimedAt(
  actor: Actor,
  { splitBy, ownerId }: Asked,
  targets: readonly Target[],
): Pick<Aimed, 'targets' | 'whole'> {
  const asked = ownerAsked(actor, ownerId);
  const [isShown, seesAll] = [doersFor(actor), seesAllDone(actor)];
  const isHeld = ({ userId, teamId }: Target) => {
    if (userId) return splitBy !== 'team' && isShown(userId) && (!asked || asked.id === userId);
    return seesAll && !asked && (teamId === undefined || splitBy === 'team');
  };
  return { targets: targets.filter(isHeld), whole: asked ? asked.id : '' };
}

export const getActivityReportOperation = operation(getActivityReportRoute, async ({ actor, query, now }) => {
  const period = periodOf(query, now);
  const read = periodToRead(period, query);
  const [deeds, nameOf, targets] = await Promise.all([
    readDone(actor, { ownerId: query.ownerId, ...read }),
    namesFor(actor, query),
    allTargets(actor, read),
  ]);
  const aimed = { nameOf, ...aimedAt(actor, query, targets) };
  return {
    ...compared(period, query, (each) => activityPeriod(deeds, each, aimed)),
    months: activityMonths(deeds, period),
  };
});

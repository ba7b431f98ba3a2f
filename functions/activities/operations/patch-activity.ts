import { patchActivity } from '../../../shared/activities/activity.ts';
import { patchActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { activityStore, dealsMustExist } from '../../../shared/activities/activity-store.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchActivityOperation = operation(patchActivityRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const activity = await activityStore.get(within(by.actor, 'edit'), params.activityId);
    assertMatch(activity, match);
    const change = patchActivity(activity, body, by);
    if (changesNothing(change)) return activity;
    const added = change.after.dealIds.filter((id) => !activity.dealIds.includes(id));
    await activityStore.save(change, by, dealsMustExist(within(by.actor), added));
    return change.after;
  }),
);

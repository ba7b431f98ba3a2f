import { ownerAsked } from '../../../shared/core/may-ask.ts';
import { operation } from '../../../shared/platform/api.ts';
import { todayOf } from '../../../shared/today/today.ts';
import { getTodayRoute } from '../../../shared/today/today-routes.ts';
import { readToday } from '../../../shared/today/today-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export const getTodayOperation = operation(getTodayRoute, async ({ actor, query, now }) => {
  const { timeZone } = await workspaceOf(actor.workspaceId);
  const today = todayOf(now, timeZone);
  const ownerId = ownerAsked(actor, query.ownerId)?.id;
  return { on: today, ...(await readToday({ actor, ownerId, today, now })) } as never;
});

import { type ClockedDeal, readClocks } from '../../deals/clock-store.ts';
import { pipelineOf } from '../../deals/deal-store.ts';
import { isIdle } from '../../deals/idle.ts';
import { idlenessEvent, idlenessItem } from '../../deals/idleness.ts';
import { userListPk } from '../../identity/user-projection.ts';
import { queryItems } from '../../platform/dynamo.ts';
import { todayPk } from '../../today/today-pks.ts';
import type { Happened } from '../match.ts';
import type { Past } from './past-events-store.ts';

const mostOwners = 100;
const mostDeals = 200;
const dayMs = 86_400_000;

/** Ids of deals that lie idle, those first that have for the shortest time; a Query for each user. */
async function newestIdle(workspaceId: string): Promise<string[]> {
  const { items: users } = await queryItems({ pk: userListPk(workspaceId), limit: mostOwners });
  const owners = [undefined, ...users.map(({ id }) => String(id))];
  const lists = await Promise.all(
    owners.map((ownerId) =>
      queryItems({ pk: todayPk(workspaceId, 'idle', ownerId), newestFirst: true, limit: mostDeals }),
    ),
  );
  const entries = lists.flatMap(({ items }) => items).toSorted((a, b) => (a.sk < b.sk ? 1 : -1));
  return entries.slice(0, mostDeals).map(({ id }) => String(id));
}

/** That a deal has become idle, as the bus told of it at the moment from which it was so; of one that is not idle nothing. */
async function idlenessOf({ deal, clock }: ClockedDeal): Promise<Happened[]> {
  const { workspaceId, pipelineId, stageId } = deal;
  const { idleFor } = clock;
  if (!idleFor || deal.deletedAt || !isIdle(deal, clock)) return [];
  const { stages } = await pipelineOf(workspaceId, pipelineId);
  const { idleDays = 0 } = stages.find(({ id }) => id === stageId) ?? {};
  const at = new Date(Date.parse(idleFor) + idleDays * dayMs).toISOString();
  const { type, detail } = idlenessEvent(idlenessItem(deal, idleFor, at));
  return [{ type, ...detail }];
}

/**
 * The deals that became idle in the last days and still are: the one event that no change tells of. Of 100 users, and 200 deals at most: a
 * Query for each user, one for the users, four BatchGets.
 */
export async function pastIdleness(
  workspaceId: string,
  { now, days }: { now: string; days: number },
): Promise<Past> {
  const since = new Date(Date.parse(now) - days * dayMs).toISOString();
  const clocked = await readClocks(workspaceId, await newestIdle(workspaceId));
  const events = (await Promise.all(clocked.map(idlenessOf))).flat();
  const meant = events.filter(({ at }) => at >= since && at <= now);
  return { events: meant.toSorted((a, b) => (a.at < b.at ? 1 : -1)), looked: clocked.length, since };
}

import type * as z from 'zod';
import type { Actor } from '../../../shared/core/actor.ts';
import { assertMayAsk, ownerAsked } from '../../../shared/core/may-ask.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { idsMeant } from '../../../shared/platform/merged.ts';
import { recordListPage } from '../../../shared/records/record-list-store.ts';
import { listTasksRoute } from '../../../shared/tasks/task-routes.ts';
import { recordTaskPage, type TasksOf, taskType } from '../../../shared/tasks/task-store.ts';

type Query = z.output<typeof listTasksRoute.query>;
async function recordAsked(
  { dealId, contactId, companyId }: Query,
  { workspaceId }: Actor,
): Promise<TasksOf | undefined> {
  if (dealId) return { kind: 'deal', ids: [dealId] };
  const kind = contactId ? 'contact' : 'company';
  const id = contactId ?? companyId;
  return id ? { kind, ids: await idsMeant(workspaceId, kind, id) } : undefined;
}

/** What is asked for where nothing is said: my open tasks as they are worked off; of all, with what chooses among them. */
function usual(query: Query, actor: Actor) {
  const { tag, filter, externalId, ownerId, status, sort = 'due' } = query;
  const isChosen = tag !== undefined || filter !== undefined || externalId !== undefined;
  const whose = ownerId ?? (isChosen ? 'any' : 'me');
  return {
    owner: whose === 'any' ? undefined : ownerAsked(actor, whose),
    status: status ?? (isChosen ? 'any' : 'open'),
    sort,
  };
}

/** What a list is kept by, and what is asked of each besides: one order is kept by status. */
function listAsked(query: Query, actor: Actor) {
  const { tag, filter, externalId, direction } = query;
  const { owner, status, sort } = usual(query, actor);
  const one = {
    direction: direction ?? (status === 'done' && sort === 'due' ? 'desc' : undefined),
    owner,
    externalId,
  };
  if (externalId !== undefined || status === 'any') return { ...one, sort, tag, filter };
  if (tag === undefined && sort === 'due') return { ...one, sort: 'created', status, filter };
  return { ...one, sort, tag, filter: { $and: [{ status }, ...(filter ? [filter] : [])] } };
}

export const listTasksOperation = operation(listTasksRoute, async ({ actor, query, now }) => {
  const { limit, cursor, status } = query;
  const page = { limit, cursor };
  const of = await recordAsked(query, actor);
  if (!of) return recordListPage(taskType, actor, { ...listAsked(query, actor), now }, page);
  assertMayAsk(actor, 'task', [`${of.kind}Id`]);
  return recordTaskPage(within(actor), of, status === 'done' ? 'done' : 'open', page);
});

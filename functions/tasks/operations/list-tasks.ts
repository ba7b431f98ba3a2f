import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { listTasksRoute } from '../../../shared/tasks/task-routes.ts';
import { type TaskList, taskPage } from '../../../shared/tasks/task-store.ts';

type Asked = { ownerId?: string | undefined; dealId?: string | undefined; contactId?: string | undefined };
function askedFor({ ownerId = 'me', dealId, contactId }: Asked, me: string): TaskList['of'] {
  if (dealId) return { dealId };
  if (contactId) return { contactId };
  if (ownerId === 'none') return { owner: undefined };
  return { owner: ownerId === 'me' ? me : ownerId };
}

export const listTasksOperation = operation(listTasksRoute, ({ actor, query }) => {
  const { status, limit, cursor, contactId, dealId } = query;
  assertMayAsk(actor, 'task', [...(contactId ? ['contactId'] : []), ...(dealId ? ['dealId'] : [])]);
  return taskPage(within(actor), { of: askedFor(query, actor.id), status }, { limit, cursor });
});

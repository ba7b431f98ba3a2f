import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { idsMeant } from '../../../shared/platform/merged.ts';
import { openPromises } from '../../../shared/promises/promise-store.ts';
import { promisedTo } from '../../../shared/tickets/ticket-page.ts';
import { getTicketRoute } from '../../../shared/tickets/ticket-routes.ts';
import { ticketStore } from '../../../shared/tickets/ticket-store.ts';

export const getTicket = operation(getTicketRoute, async ({ actor, params }) => {
  const scope = within(actor);
  const ticket = await ticketStore.get(scope, String(params.ticketId));
  const found = await Promise.all(
    promisedTo(actor, ticket).map(async ({ kind, id }) => {
      const ids = kind === 'contact' ? await idsMeant(actor.workspaceId, kind, id) : ([id] as const);
      return openPromises(scope, { kind, ids });
    }),
  );
  const promises = new Map(found.flat().map((promise) => [promise.id, promise]));
  return { ...ticket, promises: [...promises.values()].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)) };
});

import { listContactsRoute } from '../../../shared/contacts/contact-routes.ts';
import { contactPage, findContactByEmail } from '../../../shared/contacts/contact-store.ts';
import { assertMayAsk, ownerAsked } from '../../../shared/core/may-ask.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export const listContactsOperation = operation(listContactsRoute, async ({ actor, query }) => {
  const { email, sort, direction, ownerId, ...page } = query;
  const scope = within(actor);
  const list = { order: sort, direction: direction ?? (sort === 'name' ? 'asc' : 'desc') } as const;
  if (email === undefined) return contactPage(scope, { ...list, owner: ownerAsked(actor, ownerId) }, page);
  assertMayAsk(actor, 'contact', ['emails']);
  const { emailFolding } = await workspaceOf(actor.workspaceId);
  const found = await findContactByEmail(scope, email, emailFolding);
  return { items: found ? [found] : [] };
});

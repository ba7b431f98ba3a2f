import { listContactsRoute } from '../../../shared/contacts/contact-routes.ts';
import { contactPage, findContactByEmail } from '../../../shared/contacts/contact-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export const listContactsOperation = operation(listContactsRoute, async ({ actor, query }) => {
  const { email, ...page } = query;
  if (email === undefined) return contactPage(actor.workspaceId, page);
  const { emailFolding } = await workspaceOf(actor.workspaceId);
  const found = await findContactByEmail(actor.workspaceId, email, emailFolding);
  return { items: found ? [found] : [] };
});

import { listContactsRoute } from '../../../shared/contacts/contact-routes.ts';
import { findContactByEmail } from '../../../shared/contacts/contact-store.ts';
import { contactType } from '../../../shared/contacts/contact-type-store.ts';
import { assertMayAsk, ownerAsked } from '../../../shared/core/may-ask.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { recordListPage } from '../../../shared/records/record-list-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export const listContactsOperation = operation(listContactsRoute, async ({ actor, query, now }) => {
  const { email, limit, cursor, ownerId, ...asked } = query;
  if (email === undefined)
    return recordListPage(
      contactType,
      actor,
      { ...asked, now, owner: ownerAsked(actor, ownerId) },
      { limit, cursor },
    );
  assertMayAsk(actor, 'contact', ['emails']);
  const { emailFolding } = await workspaceOf(actor.workspaceId);
  const found = await findContactByEmail(within(actor), email, emailFolding);
  return { items: found ? [found] : [] };
});

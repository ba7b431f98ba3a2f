import { createMailbox } from '../../../shared/mail/mailbox.ts';
import { createMailboxRoute } from '../../../shared/mail/mailbox-routes.ts';
import { isOwnDomain, mailboxReferences, mailboxStore } from '../../../shared/mail/mailbox-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createMailboxOperation = operation(createMailboxRoute, async ({ body, ...by }) => {
  const change = createMailbox(body, await isOwnDomain(by.actor.workspaceId, body.address), by);
  await mailboxStore.save(change, by, mailboxReferences(change.after));
  return change.after;
});

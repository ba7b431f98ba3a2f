import { getMailboxRoute } from '../../../shared/mail/mailbox-routes.ts';
import { mailboxStore } from '../../../shared/mail/mailbox-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getMailboxOperation = operation(getMailboxRoute, ({ actor, params }) =>
  mailboxStore.get(actor.workspaceId, params.mailboxId),
);

import { listMailboxesRoute } from '../../../shared/mail/mailbox-routes.ts';
import { mailboxPage } from '../../../shared/mail/mailbox-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listMailboxesOperation = operation(listMailboxesRoute, ({ actor, query }) =>
  mailboxPage(actor.workspaceId, query),
);

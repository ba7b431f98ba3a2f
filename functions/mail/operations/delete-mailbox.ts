import { assertMatch } from '../../../shared/core/match.ts';
import { deleteMailbox } from '../../../shared/mail/mailbox.ts';
import { deleteMailboxRoute } from '../../../shared/mail/mailbox-routes.ts';
import { mailboxStore } from '../../../shared/mail/mailbox-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const deleteMailboxOperation = operation(deleteMailboxRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const mailbox = await mailboxStore.get(by.actor.workspaceId, params.mailboxId);
    assertMatch(mailbox, match);
    await mailboxStore.save(deleteMailbox(mailbox), by);
    return undefined;
  }),
);

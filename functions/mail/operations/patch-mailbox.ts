import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { patchMailbox } from '../../../shared/mail/mailbox.ts';
import { patchMailboxRoute } from '../../../shared/mail/mailbox-routes.ts';
import { isOwnDomain, mailboxReferences, mailboxStore } from '../../../shared/mail/mailbox-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchMailboxOperation = operation(patchMailboxRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const mailbox = await mailboxStore.get(workspaceId, params.mailboxId);
    assertMatch(mailbox, match);
    const isOurs = await isOwnDomain(workspaceId, body.address ?? mailbox.address);
    const change = patchMailbox(mailbox, body, isOurs, by);
    if (changesNothing(change)) return mailbox;
    await mailboxStore.save(change, by, mailboxReferences(change.after, change.before));
    return change.after;
  }),
);

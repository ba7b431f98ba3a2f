import { assertMatch } from '../../../shared/core/match.ts';
import { cancelContactMailRoute } from '../../../shared/mail/contact-mail-routes.ts';
import { saveMessage } from '../../../shared/mail/message-store.ts';
import { cancelMessage } from '../../../shared/mail/sending.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { writableMail } from '../writing/writable.ts';

/** The sender takes the mail by the same conditional write: one of the two is first, and the other sees that. */
export const cancelContactMailOperation = operation(cancelContactMailRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const message = await writableMail(by.actor, params);
    assertMatch(message, match);
    const change = cancelMessage(message, by);
    if (change) await saveMessage(change, by);
    return undefined;
  }),
);

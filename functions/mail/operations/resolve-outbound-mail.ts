import { assertMatch } from '../../../shared/core/match.ts';
import { shownMessage } from '../../../shared/mail/message.ts';
import { messageStore, saveMessage } from '../../../shared/mail/message-store.ts';
import { resolveOutboundMailRoute } from '../../../shared/mail/outbound-routes.ts';
import { resolveMessage } from '../../../shared/mail/sending.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const resolveOutboundMailOperation = operation(
  resolveOutboundMailRoute,
  ({ params, body, match, ...by }) =>
    retryLostRace(async () => {
      const message = await messageStore.get(by.actor.workspaceId, params.messageId);
      assertMatch(message, match);
      const change = resolveMessage(message, body.sent, by);
      await saveMessage(change, by);
      return shownMessage(change.after);
    }),
);

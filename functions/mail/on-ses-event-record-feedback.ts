import { systemContext } from '../../shared/core/actor.ts';
import { suppressionOf, type Told, toldBy, withFeedback } from '../../shared/mail/feedback.ts';
import { messageStore, saveMessage } from '../../shared/mail/message-store.ts';
import { suppress } from '../../shared/mail/suppression-store.ts';
import { retryLostRace } from '../../shared/platform/again.ts';
import { queueConsumer } from '../../shared/platform/consumer.ts';
import { logger } from '../../shared/platform/logger.ts';
import { hashOfAddress } from '../../shared/privacy/address-hash-store.ts';

async function record({ workspaceId, messageId, ...told }: Told): Promise<void> {
  const message = await messageStore.find(workspaceId, messageId);
  if (!message) {
    logger.info('feedback on an unknown mail', { workspaceId, messageId });
    return;
  }
  const now = new Date().toISOString();
  const reason = suppressionOf(told.feedback);
  const { bouncedAt, complainedAt } = told.feedback;
  if (reason && message.to !== '') {
    // of an erased person's mail nobody knows any more whom it went to
    const hash = await hashOfAddress(workspaceId, message.to);
    await suppress(workspaceId, hash, reason, complainedAt ?? bouncedAt ?? now);
  }
  const change = withFeedback(message, { workspaceId, messageId, ...told }, now);
  if (change) await saveMessage(change, systemContext(workspaceId, 'mail', messageId, now));
}

/** What SES tells after it took a mail. Repeated and out of order is the same; mail that is not ours is passed over. */
export const handler = queueConsumer(async (body) => {
  const told = toldBy(body);
  if (told) await retryLostRace(() => record(told));
});

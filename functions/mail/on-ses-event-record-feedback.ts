import { contactTold } from '../../shared/contacts/bounce-store.ts';
import { type Context, systemContext } from '../../shared/core/actor.ts';
import type { Kept } from '../../shared/core/record.ts';
import { newOfAddress, suppressionOf, withFeedback } from '../../shared/mail/feedback.ts';
import type { Message } from '../../shared/mail/message.ts';
import { fateWrites, messageStore, saveMessage } from '../../shared/mail/message-store.ts';
import { type Told, toldBy } from '../../shared/mail/ses-event.ts';
import { suppress } from '../../shared/mail/suppression-store.ts';
import { retryLostRace } from '../../shared/platform/again.ts';
import type { Write } from '../../shared/platform/commit.ts';
import { queueConsumer } from '../../shared/platform/consumer.ts';
import { logger } from '../../shared/platform/logger.ts';
import { writesOf } from '../../shared/platform/record-store.ts';
import { hashOfAddress } from '../../shared/privacy/address-hash-store.ts';

/** What the contact is told with it: that the address bounces, or does no more. */
async function tellingContact(change: Kept<Message>, { feedback }: Told, by: Context): Promise<Write[]> {
  const news = newOfAddress(change, feedback);
  const contact = news && (await contactTold(change.after, news, by.now));
  return contact ? writesOf(contact, by) : [];
}

/**
 * The suppression comes first, and again after a kill; what the mail and its contact are told is one transaction. What the mail knows
 * already changes nothing: somebody may have lifted the suppression since.
 */
async function record(told: Told): Promise<void> {
  const { workspaceId, messageId, feedback } = told;
  const message = await messageStore.find(workspaceId, messageId);
  if (!message) {
    logger.info('feedback on an unknown mail', { workspaceId, messageId });
    return;
  }
  const now = new Date().toISOString();
  const reason = suppressionOf(feedback);
  const { bouncedAt, complainedAt } = feedback;
  const change = withFeedback(message, told, now);
  if (!change) return;
  if (reason && message.to !== '') {
    // of an erased person's mail nobody knows any more whom it went to
    const hash = await hashOfAddress(workspaceId, message.to);
    const { contactId } = message;
    await suppress(workspaceId, hash, reason, complainedAt ?? bouncedAt ?? now, { contactId });
  }
  const by = systemContext(workspaceId, 'mail', messageId, now, messageId);
  const follows = await Promise.all([tellingContact(change, told, by), fateWrites(change, by)]);
  await saveMessage(change, by, follows.flat());
}

/** What SES tells after it took a mail. Repeated and out of order is the same; mail that is not ours is passed over. */
export const handler = queueConsumer(async (body) => {
  const told = toldBy(body);
  if (told) await retryLostRace(() => record(told));
});

import { activityStore } from '../../shared/activities/activity-store.ts';
import { contactStore } from '../../shared/contacts/contact-store.ts';
import { whole } from '../../shared/core/scope.ts';
import { dealStore } from '../../shared/deals/deal-store.ts';
import { addressOf } from '../../shared/mail/compose.ts';
import { mailReceived } from '../../shared/mail/mail-events.ts';
import { mailboxStore } from '../../shared/mail/mailbox-store.ts';
import { cached } from '../../shared/platform/cache.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { writeWelcome } from './sending/write-welcome.ts';

const mailboxOf = cached(30_000, (key) => {
  const [workspaceId = '', id = ''] = key.split(' ');
  return mailboxStore.find(workspaceId, id);
});

/**
 * Answers a new lead's first mail in its thread, where the mailbox has a template for it. What is automatic, sent to
 * many, or a reply never gets here: it makes no lead.
 */
export const handler = consumer([mailReceived], async ({ id, workspaceId, data }) => {
  if (!data.isNewContact || data.isReply || !data.mailboxId) return;
  const mailbox = await mailboxOf(`${workspaceId} ${data.mailboxId}`);
  if (!mailbox?.welcomeTemplateId) return;
  const [contact, received] = await Promise.all([
    contactStore.find(whole(workspaceId), data.contactId),
    activityStore.find(whole(workspaceId), data.activityId),
  ]);
  if (!contact || !received?.mail) return;
  const [dealId] = received.dealIds;
  const deal = dealId ? await dealStore.find(whole(workspaceId), dealId) : undefined;
  await writeWelcome({
    workspaceId,
    sourceId: mailbox.id,
    templateId: mailbox.welcomeTemplateId,
    contact,
    address: addressOf(received.mail.from),
    dealId: deal?.id,
    threadId: data.threadId,
    inReplyTo: received.mail.messageId,
    values: { 'deal.name': deal?.name },
    cause: id,
  });
});

import { systemContext } from '../../../shared/core/actor.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { messageStore, saveMessage } from '../../../shared/mail/message-store.ts';
import { settleUnsettled, unsettledAt } from '../../../shared/mail/unsettled.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { count } from '../../../shared/platform/metrics.ts';

/**
 * A mail that has been on its way for too long. It is looked up again, because the entry follows the mail a second later,
 * and written only as it was read: where a sender was quicker, that decides. No mail is given to SES here.
 */
export async function mailUnsettled({ workspaceId, id }: DueEntry, now: string): Promise<void> {
  const message = await messageStore.find(workspaceId, id);
  const due = message && unsettledAt(message);
  if (!message || due === undefined || due > now)
    return queueLooks([{ keys: [messageStore.keyOf(workspaceId, id)] }]);
  const change = settleUnsettled(message, now);
  try {
    await saveMessage(change, systemContext(workspaceId, 'schedule', 'mail_unsettled', now));
  } catch (error) {
    if (error instanceof AppError && error.code === 'version_conflict') return;
    throw error;
  }
  if (change.after.status === 'doubtful') count('MailDoubtful');
}

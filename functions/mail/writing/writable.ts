import type { Actor } from '../../../shared/core/actor.ts';
import { AppError, notFound } from '../../../shared/core/errors.ts';
import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { mayTouch } from '../../../shared/core/rights.ts';
import { within } from '../../../shared/core/scope.ts';
import type { Message } from '../../../shared/mail/message.ts';
import { messageStore } from '../../../shared/mail/message-store.ts';
import { seenAs } from '../../../shared/platform/owned-store.ts';

/** Whose mail it is: its writer's, as an activity is its author's. */
const isTheirs = (actor: Actor, { authorId }: Message) =>
  authorId === actor.id || mayTouch(actor, 'activity', 'edit', authorId);

/**
 * A mail that a person wrote to this contact, and that one may change. Throws `contact_not_found`, `field_forbidden`,
 * `message_not_found`, `record_out_of_reach`.
 */
export async function writableMail(
  actor: Actor,
  { contactId, messageId }: { contactId: string; messageId: string },
): Promise<Message> {
  const ids = await seenAs(within(actor), 'contact', contactId);
  assertMayAsk(actor, 'contact', ['emails']);
  const message = await messageStore.find(actor.workspaceId, messageId);
  const isOfContact = message?.purpose === 'personal' && ids.includes(message.contactId ?? '');
  if (!message || !isOfContact) throw notFound('message', messageId);
  if (isTheirs(actor, message)) return message;
  const detail = 'Your roles let you see this mail, but not change it: another wrote it.';
  throw new AppError('forbidden', 'record_out_of_reach', detail);
}

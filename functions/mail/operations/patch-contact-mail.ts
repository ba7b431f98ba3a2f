import type { Context } from '../../../shared/core/actor.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import {
  assertToCome,
  type ContactMailPatch,
  draftOfText,
  filled,
} from '../../../shared/mail/contact-mail.ts';
import { patchContactMailRoute } from '../../../shared/mail/contact-mail-routes.ts';
import type { Message } from '../../../shared/mail/message.ts';
import { saveMessage } from '../../../shared/mail/message-store.ts';
import type { Rendered } from '../../../shared/mail/render.ts';
import { rewriteMessage } from '../../../shared/mail/sending.ts';
import { assertFillable } from '../../../shared/mail/template.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { seenAs } from '../../../shared/platform/owned-store.ts';
import { contactFor, dealFor } from '../writing/about.ts';
import { mergeValuesFor } from '../writing/merge-values.ts';
import { writableMail } from '../writing/writable.ts';

type Said = Pick<ContactMailPatch, 'subject' | 'text' | 'allowMissing'>;
/** What is said anew, its blanks filled; what is not said stays as it is, and is no text with blanks any more. */
async function wordsOf(message: Message, said: Said, by: Context): Promise<Partial<Rendered>> {
  const { subject, text, allowMissing } = said;
  if (subject === undefined && text === undefined) return {};
  // Whom it was written to may have been merged into another since.
  const [contactId] = await seenAs(within(by.actor), 'contact', message.contactId ?? '');
  const contact = await contactFor(by.actor, contactId);
  const deal = await dealFor(by.actor, contact, message.dealId);
  assertFillable({ subject, text });
  const draft = draftOfText({ subject: subject ?? '', text: text ?? '' });
  const values = await mergeValuesFor(by.actor, { contact, deal, to: message.to, words: draft.words });
  const { subject: about, text: words, html } = filled(draft, values, allowMissing);
  return {
    ...(subject !== undefined && { subject: about }),
    ...(text !== undefined && { text: words, html }),
  };
}

export const patchContactMailOperation = operation(
  patchContactMailRoute,
  ({ params, body: { sendAt, ...said }, match, ...by }) =>
    retryLostRace(async () => {
      const message = await writableMail(by.actor, params);
      assertMatch(message, match);
      assertToCome(sendAt, by.now);
      const words = await wordsOf(message, said, by);
      const change = rewriteMessage(message, { ...words, ...(sendAt && { sendAt }) }, by);
      if (changesNothing(change)) return message;
      await saveMessage(change, by);
      return change.after;
    }),
);

import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { within } from '../../../shared/core/scope.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { whoIs } from '../../../shared/identity/me-store.ts';
import { draftOfText, type Missing, missingOf, signed } from '../../../shared/mail/contact-mail.ts';
import { withFooter } from '../../../shared/mail/footer.ts';
import { exampleValuesFor } from '../../../shared/mail/merge-fields.ts';
import { fieldsIn, type Rendered, renderMail } from '../../../shared/mail/render.ts';
import type { Words } from '../../../shared/mail/template.ts';
import { mergeValuesFor } from './merge-values.ts';

type For = { contactId?: string | undefined; dealId?: string | undefined };
type Under = { signature?: boolean; marketing?: boolean };

/** A preview unsubscribes nobody (RFC 2606). */
const nowhere = 'https://links.example/v1/unsubscribe/preview';

/** What stands under a mail once it leaves. */
async function withFoot(actor: Actor, said: Rendered, { signature, marketing }: Under): Promise<Rendered> {
  const me = signature ? await whoIs(actor.workspaceId, actor.id, []) : undefined;
  const mail = signed(said, me?.preferences.signature);
  return marketing ? { ...mail, ...withFooter(mail, nowhere) } : mail;
}

/**
 * A text as a contact would get it, and the blanks for which nothing is known. What nobody was named for holds examples. Throws
 * `contact_not_found`, `deal_not_found`.
 */
export async function previewOf(
  actor: Actor,
  { subject, text, html }: Words,
  { contactId, dealId, ...under }: For & Under,
): Promise<Rendered & { missing: Missing[] }> {
  const words = { subject, text, html };
  const [contact, deal] = await Promise.all([
    contactId ? contactStore.get(within(actor), contactId) : undefined,
    dealId ? dealStore.get(within(actor), dealId) : undefined,
  ]);
  const fields = [subject, text, html ?? ''].flatMap(fieldsIn);
  const known = await mergeValuesFor(actor, { contact, deal, words });
  const values = { ...exampleValuesFor(fields, { contact: !contact, deal: !deal }), ...known };
  const mail = await withFoot(actor, renderMail(words, values), under);
  return { ...mail, missing: missingOf(draftOfText(words), values) };
}

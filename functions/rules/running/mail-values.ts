import type { Contact } from '../../../shared/contacts/contact.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { mayTouch } from '../../../shared/core/rights.ts';
import type { Deal } from '../../../shared/deals/deal.ts';
import type { MergeValues } from '../../../shared/mail/merge-fields.ts';
import { pageLanguageOf } from '../../../shared/mail/public-page.ts';
import type { Words } from '../../../shared/mail/template.ts';
import { ratingBlock } from '../../../shared/ratings/rating-block.ts';
import { ratingLinks } from '../../../shared/ratings/rating-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { mergeValuesFor } from '../../mail/writing/merge-values.ts';
import type { Moment } from './moment.ts';

type Addressed = {
  /** The contact's address that it goes to; none of what goes to a user. */
  to: string | undefined;
  /** As whom it is written: of an owner's mail with what they may see. */
  reader: Actor;
  /** Whom it is about. */
  contact: Contact | undefined;
};

const names = ({ subject, text, html = '' }: Words, field: string) =>
  [subject, text, html].some((part) => part.includes(field));

/** Five links by which the contact rates the ticket or the deal that the rule is for. */
async function ratingOf({ run, by }: Moment, contact: Contact, words: Words): Promise<MergeValues> {
  const isRated = run.kind === 'ticket' || run.kind === 'deal';
  if (!isRated || !names(words, 'rating.links')) return {};
  const links = await ratingLinks(run.workspaceId, { contactId: contact.id, aboutId: run.recordId }, by.now);
  return { 'rating.links': ratingBlock(links, pageLanguageOf(contact.language)) };
}

/** What is known for the blanks of a mail that a rule sends. */
export async function valuesOf(
  moment: Moment,
  { reader, contact, to }: Addressed,
  { words, deal, formName }: { words: Words; deal: Deal | undefined; formName: string | undefined },
): Promise<MergeValues> {
  const seen = contact && mayTouch(reader, 'contact', 'read', contact.ownerId) ? contact : undefined;
  const seenDeal = deal && mayTouch(reader, 'deal', 'read', deal.ownerId) ? deal : undefined;
  const [values, rating, { name }] = await Promise.all([
    mergeValuesFor(reader, { contact: seen, deal: seenDeal, to, words }),
    contact ? ratingOf(moment, contact, words) : {},
    workspaceOf(moment.run.workspaceId),
  ]);
  return { ...values, 'sender.name': name, 'form.name': formName, ...rating };
}

import type { Actor } from '../../../shared/core/actor.ts';
import { referenceUnknown } from '../../../shared/core/errors.ts';
import { assertPermitted } from '../../../shared/core/permitted.ts';
import { within } from '../../../shared/core/scope.ts';
import { whoIs } from '../../../shared/identity/me-store.ts';
import {
  assertToCome,
  draftOf,
  filled,
  signed,
  writeContactMail,
} from '../../../shared/mail/contact-mail.ts';
import { createContactMailRoute } from '../../../shared/mail/contact-mail-routes.ts';
import { messageStore } from '../../../shared/mail/message-store.ts';
import type { Template } from '../../../shared/mail/template.ts';
import { templateStore } from '../../../shared/mail/template-store.ts';
import { threadWrites } from '../../../shared/mail/thread-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { idsOf } from '../../../shared/platform/merged.ts';
import { mustBeSeen } from '../../../shared/platform/owned-store.ts';
import { contactFor, dealFor, threadFor } from '../writing/about.ts';
import { addressee, assertMayGet } from '../writing/addressee.ts';
import { attachable } from '../writing/attachable.ts';
import { mergeValuesFor } from '../writing/merge-values.ts';

async function templateFor(actor: Actor, id: string | undefined): Promise<Template | undefined> {
  if (!id) return undefined;
  assertPermitted(actor, 'templates:read');
  const template = await templateStore.find(actor.workspaceId, id);
  if (!template) throw referenceUnknown('/templateId', `There is no template ${id}.`);
  return template;
}

export const createContactMailOperation = operation(
  createContactMailRoute,
  async ({ params, body, ...by }) => {
    const { actor, now } = by;
    const { workspaceId, id: authorId } = actor;
    const { subject, text, templateId, dealId } = body;
    assertToCome(body.sendAt, now);
    const contact = await contactFor(actor, params.contactId);
    const { address: to, bouncedAt } = await addressee(contact, body.to);
    const [template, deal, me, { opens, ...thread }] = await Promise.all([
      templateFor(actor, templateId),
      dealFor(actor, contact, dealId),
      whoIs(workspaceId, authorId, []),
      threadFor(actor, contact, body, now),
    ]);
    const draft = draftOf({ subject, text }, template);
    const marketing = template?.marketing ?? false;
    const owners = [...idsOf(contact), ...(deal ? [deal.id] : [])];
    const [values, attachments] = await Promise.all([
      mergeValuesFor(actor, { contact, deal, to, words: draft.words }),
      attachable(within(actor), body.attachments, owners),
      assertMayGet(actor, contact, to, marketing),
    ]);
    const said = filled(draft, values, body.allowMissing);
    const words = signed(said, body.signature ? me.preferences.signature : undefined);
    const about = { contactId: contact.id, dealId, templateId, to, ...thread, marketing, attachments };
    const writer = { authorId, senderName: me.user.name, toBounced: bouncedAt !== undefined };
    const change = writeContactMail(words, { ...about, ...writer }, body.sendAt, by);
    await messageStore.save(change, by, [
      mustBeSeen(within(actor), 'contact', contact.id, '/contactId'),
      ...(dealId ? [mustBeSeen(within(actor), 'deal', dealId, '/dealId')] : []),
      ...(opens ? threadWrites(workspaceId, opens) : []),
    ]);
    return change.after;
  },
);

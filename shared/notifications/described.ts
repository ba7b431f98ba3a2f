import { contactRecord } from '../contacts/contact.ts';
import type { Actor } from '../core/actor.ts';
import { veiled } from '../core/veil.ts';
import { contactValues, type MergeValues } from '../mail/merge-fields.ts';
import { renderMail } from '../mail/render.ts';
import type { MailLanguage } from './languages.ts';
import type { Notification } from './notification.ts';
import { notificationText } from './notification-text.ts';
import type { ShownRecord } from './shown-records-store.ts';

type Shown = ReadonlyMap<string, ShownRecord>;
type Reader = Pick<Actor, 'id' | 'rights'>;

/** What the blanks of a rule's words stand for. */
function valuesOf(reader: Reader, about: ShownRecord | undefined): MergeValues {
  if (about?.kind === 'deal') return { 'deal.name': about.name };
  if (about?.kind !== 'contact') return {};
  const contact = contactRecord.schema.parse(about.item);
  const { emails = [], company } = veiled(reader, 'contact', contact);
  return contactValues({ ...contact, company }, emails[0]?.address ?? '');
}

/** A notification as its reader sees it now, in words of their language. */
export function described(reader: Reader, one: Notification, shown: Shown, language: MailLanguage) {
  const about = one.about === undefined ? undefined : shown.get(one.about);
  const by = one.byId === undefined ? undefined : shown.get(one.byId);
  const own = one.text && renderMail({ subject: one.text, text: '' }, valuesOf(reader, about)).subject;
  const said = { name: about?.name, by: by?.name, code: one.code };
  return {
    record: about && { kind: about.kind, id: about.id, name: about.name },
    by: by && { id: by.id, name: by.name },
    text: own || notificationText(one.topic, said, language),
  };
}

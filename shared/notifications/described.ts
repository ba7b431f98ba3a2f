import { contactRecord } from '../contacts/contact.ts';
import { mergeValue } from '../mail/merge-fields.ts';
import { type BlankValues, filled } from '../rules/blanks.ts';
import type { MailLanguage } from './languages.ts';
import type { Notification } from './notification.ts';
import { notificationText } from './notification-text.ts';
import type { ShownRecord } from './shown-records-store.ts';

type Shown = ReadonlyMap<string, ShownRecord>;

const mostWords = 500;
/** What the blanks of a rule's words stand for, of the record that it tells of. */
function valuesOf(about: ShownRecord | undefined): BlankValues {
  if (about?.kind === 'deal') return { 'deal.name': about.name };
  if (about?.kind === 'company') return { 'company.name': about.name };
  if (about?.kind !== 'contact') return {};
  const { firstName, lastName } = contactRecord.schema.parse(about.item);
  return {
    'contact.firstName': mergeValue('contact.firstName', firstName),
    'contact.lastName': mergeValue('contact.lastName', lastName),
  };
}

/** A notification as its reader sees it now, of whom the records are that are shown, in words of their language. */
export function described(one: Notification, shown: Shown, language: MailLanguage) {
  const about = one.about === undefined ? undefined : shown.get(one.about);
  const by = one.byId === undefined ? undefined : shown.get(one.byId);
  const own = one.text && filled(one.text, valuesOf(about), mostWords);
  const said = { name: about?.name, by: by?.name, code: one.code };
  return {
    record: about && { kind: about.kind, id: about.id, name: about.name },
    by: by && { id: by.id, name: by.name },
    text: own || notificationText(one.topic, said, language),
  };
}

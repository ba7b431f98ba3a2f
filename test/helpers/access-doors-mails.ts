import { newId } from '../../shared/core/ids.ts';
import { messageRecord } from '../../shared/mail/message.ts';
import { monday } from '../fixtures/ids.ts';
import { type Door, trial } from './access-doors.ts';
import {
  forbiddenField,
  hasPermission,
  may,
  missing,
  outOfReach,
  type Person,
  type RecordClass,
  recordClasses,
  unaskable,
  unknown,
} from './access-oracle.ts';
import { contactIds, ownerIds, put, workspaceOf } from './access-world.ts';

/** A mail that has yet to leave, to somebody's contact and by its owner. */
async function scheduled(whose: RecordClass): Promise<string> {
  const id = newId('message', monday);
  if (whose === 'never') return id;
  const base = { id, workspaceId: workspaceOf(whose), version: 1, createdAt: monday, updatedAt: monday };
  const authorId = ownerIds[whose];
  return put(messageRecord, {
    ...base,
    ...{ claim: id, purpose: 'personal', to: 'x@example.com', contactId: contactIds[whose] },
    ...{ subject: 'Hi', text: 'Hi', html: 'Hi', marketing: false, attachments: [] },
    ...{ status: 'scheduled', sendAt: '2027-01-01T00:00:00.000Z', attempts: 0 },
    ...(authorId && { authorId }),
  });
}

/** To whom a contact's addresses are hidden, its mails are no business either. */
function verdictOnMails(person: Person, needs: string, whose: RecordClass) {
  if (!hasPermission(person, needs)) return missing;
  if (!may(person, 'contact', 'read', whose)) return unknown('contact');
  return unaskable(person, 'contact').includes('emails') ? forbiddenField : 'ok';
}
const change = (body?: object): Door =>
  trial({
    at: recordClasses,
    aim: async (whose) => ({
      params: { contactId: contactIds[whose], messageId: await scheduled(whose) },
      ...(body && { body }),
    }),
    verdict: (person, whose) => {
      const seen = verdictOnMails(person, 'activities:create', whose);
      if (seen !== 'ok' || whose === 'own') return seen;
      return may(person, 'activity', 'edit', whose) ? 'ok' : outOfReach;
    },
  });

/** Doors to the mails that are written to a contact. */
export const mailDoors: Record<string, Door> = {
  createContactMail: trial({
    at: recordClasses,
    aim: (whose) => ({ params: { contactId: contactIds[whose] }, body: { subject: 'Hi', text: 'Hi' } }),
    verdict: (person, whose) => verdictOnMails(person, 'activities:create', whose),
  }),
  listContactMails: trial({
    at: recordClasses,
    aim: (whose) => ({ params: { contactId: contactIds[whose] } }),
    verdict: (person, whose) => verdictOnMails(person, 'activities:read', whose),
  }),
  patchContactMail: change({ text: 'Hello' }),
  cancelContactMail: change(),
  previewMail: trial({
    at: recordClasses,
    aim: (whose) => ({ body: { subject: 'Hi', text: 'Hi', contactId: contactIds[whose] } }),
    verdict: (person, whose) => {
      if (!hasPermission(person, 'templates:read')) return missing;
      return may(person, 'contact', 'read', whose) ? 'ok' : unknown('contact');
    },
  }),
};

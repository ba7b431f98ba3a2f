import { activityRecord } from '../../shared/activities/activity.ts';
import { contactRecord } from '../../shared/contacts/contact.ts';
import { newId } from '../../shared/core/ids.ts';
import { monday } from '../fixtures/ids.ts';
import { batch, type Door, trial } from './access-doors.ts';
import {
  type About,
  forbiddenField,
  hasPermission,
  isHere,
  may,
  missing,
  outOfReach,
  type Person,
  type RecordClass,
  recordClasses,
  unaskable,
  unknown,
  unknownReference,
  verdictOn,
  verdictOnActivity,
} from './access-oracle.ts';
import { settingId } from './access-settings.ts';
import {
  activityOf,
  contactIds,
  contactOf,
  type FreshKind,
  fresh,
  freshByKey,
  markOf,
  put,
  standing,
  workspaceOf,
} from './access-world.ts';

/** A submission that says another company than its contact has. */
async function submission(whose: RecordClass): Promise<string> {
  const id = newId('activity', monday);
  if (whose === 'never') return id;
  const contactId = await put(contactRecord, contactOf(whose, newId('contact', monday)));
  const formId = await settingId('form', 'own');
  const details = { formId, values: { company: 'Mill' }, differing: { company: 'Mill' } };
  const base = activityOf('nobodys', id, { mark: markOf('activity', `${whose}_none`), contactId });
  return put(activityRecord, {
    ...base,
    workspaceId: workspaceOf(whose),
    kind: 'form_submission',
    submission: details,
  });
}
/** It changes the contact, and the submission, which is nobody's. */
function verdictOnAccepting(person: Person, whose: RecordClass) {
  if (!hasPermission(person, 'contacts:edit')) return missing;
  const seen = verdictOnActivity(person, 'read', {
    author: whose === 'elsewhere' || whose === 'never' ? whose : 'nobodys',
    contact: whose,
  });
  if (seen !== 'ok') return unknown('submission');
  const contact = verdictOn(person, 'contact', 'edit', whose, ['company']);
  if (contact !== 'ok') return contact;
  return may(person, 'activity', 'edit', 'nobodys') ? 'ok' : outOfReach;
}

/** A mail says whatever its writers wrote: not for those who see contacts in part, or none. */
function verdictOnMail(person: Person, whose: RecordClass) {
  if (!hasPermission(person, 'activities:read')) return missing;
  const seesSome = hasPermission(person, 'contacts:read');
  if (!seesSome || unaskable(person, 'contact').length > 0) return forbiddenField;
  return verdictOnActivity(person, 'read', { author: whose, contact: whose, deals: [whose] });
}

const newActivity = (whose: RecordClass) => ({
  body: { kind: 'note', contactId: contactIds[whose], text: 'Called' },
});
const activity = (
  verb: 'read' | 'edit' | 'delete',
  made: (kind: FreshKind, whose: RecordClass) => Promise<string> = fresh,
): Door =>
  trial({
    at: recordClasses,
    aim: async (whose) => ({ params: { activityId: await made('activity', whose) } }),
    verdict: (person, whose) => verdictOnActivity(person, verb, { author: whose, contact: 'own' }),
  });

const verdictOnNewActivity = (person: Person, whose: RecordClass) => {
  if (!hasPermission(person, 'activities:create')) return missing;
  return may(person, 'contact', 'read', whose) ? 'ok' : unknownReference;
};
const ofContact = (author: RecordClass): About => ({ author, contact: 'own' });

/** Doors for many activities, and to delete and make one by a key. */
const commonActivityDoors: Record<string, Door> = {
  deleteActivity: activity('delete'),
  upsertActivity: trial({
    at: recordClasses,
    aim: async (whose) => ({
      query: { matchBy: 'externalId' },
      body: { ...newActivity('own').body, externalId: await freshByKey('activity', whose) },
    }),
    verdict: (person, whose) => {
      const verdict = verdictOnNewActivity(person, 'own');
      return verdict === 'ok' && isHere(whose)
        ? verdictOnActivity(person, 'edit', ofContact(whose))
        : verdict;
    },
    status: (whose) => (isHere(whose) ? 200 : 201),
  }),
  batchCreateActivities: batch({
    at: recordClasses,
    aim: async (all) => ({ body: { items: all.map((whose) => newActivity(whose).body) } }),
    verdict: verdictOnNewActivity,
    status: 201,
  }),
  batchUpdateActivities: batch({
    at: recordClasses,
    aim: async (all) => {
      const ids = await Promise.all(all.map((whose) => fresh('activity', whose)));
      return { body: { items: ids.map((id) => ({ id, text: 'Said again' })) } };
    },
    verdict: (person, whose) => verdictOnActivity(person, 'edit', ofContact(whose)),
    status: 200,
  }),
  batchReadActivities: batch({
    at: recordClasses,
    aim: async (all) => ({ body: { ids: all.map((whose) => standing('activity', whose)) } }),
    verdict: (person, whose) => verdictOnActivity(person, 'read', ofContact(whose)),
    status: 200,
  }),
};

/** Doors to activities, mails and posts. */
export const activityDoors: Record<string, Door> = {
  ...commonActivityDoors,
  createActivity: trial({
    at: recordClasses,
    aim: newActivity,
    verdict: verdictOnNewActivity,
  }),
  listActivities: trial({
    at: recordClasses,
    aim: (whose) => ({ query: { contactId: contactIds[whose] } }),
    verdict: (person, whose) => {
      if (!hasPermission(person, 'activities:read')) return missing;
      return may(person, 'contact', 'read', whose) ? 'ok' : unknown('contact');
    },
  }),
  getActivity: activity('read'),
  patchActivity: activity('edit'),
  listActivityHistory: activity('read', async (_, whose) => standing('activity', whose)),
  getActivityMail: trial({
    at: recordClasses,
    aim: (whose) => ({ params: { activityId: standing('mail', whose) } }),
    verdict: verdictOnMail,
  }),
  acceptSubmission: trial({
    at: recordClasses,
    aim: async (whose) => ({
      params: { submissionId: await submission(whose) },
      body: { fields: ['company'] },
    }),
    verdict: verdictOnAccepting,
  }),
};

import { activityRecord } from '../../shared/activities/activity.ts';
import { contactRecord } from '../../shared/contacts/contact.ts';
import { newId } from '../../shared/core/ids.ts';
import { dealRecord } from '../../shared/deals/deal.ts';
import { exportRecord } from '../../shared/privacy/export.ts';
import { monday } from '../fixtures/ids.ts';
import { type Door, trial } from './access-doors.ts';
import {
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
  type Verb,
  verdictOn,
  verdictOnActivity,
  verdictOnNew,
} from './access-oracle.ts';
import { settingId } from './access-settings.ts';
import {
  activityOf,
  contactIds,
  contactOf,
  dealOf,
  type FreshKind,
  fresh,
  markOf,
  neverId,
  ownerIds,
  put,
  standing,
  workspaceOf,
} from './access-world.ts';

type Ruled = 'contact' | 'deal' | 'task';
/** A door to one record that is only read: those that stay, with their timelines. */
const reads = (kind: Ruled): Door =>
  trial({
    at: recordClasses,
    aim: (whose) => ({ params: { [`${kind}Id`]: standing(kind, whose) } }),
    verdict: (person, whose) => verdictOn(person, kind, 'read', whose),
  });
/** A door that changes one record. */
const changes = (
  kind: Ruled,
  verb: Verb,
  sets: string[] = [],
  made: (whose: RecordClass) => Promise<string> = (whose) => fresh(kind, whose),
): Door =>
  trial({
    at: recordClasses,
    aim: async (whose) => ({ params: { [`${kind}Id`]: await made(whose) } }),
    verdict: (person, whose) => verdictOn(person, kind, verb, whose, sets),
  });
/** A list of what is in reach: whoever may read any gets a page, be it empty. */
const list = (needs: string): Door =>
  trial({
    at: ['own'],
    aim: () => ({}),
    verdict: (person) => (hasPermission(person, needs) ? 'ok' : missing),
  });

/** Whom a new record is for; `nobodys` names nobody. */
const ownerGiven = (whose: RecordClass) => {
  const ownerId = whose === 'never' ? neverId('user') : ownerIds[whose];
  return ownerId ? { ownerId } : {};
};
let n = 0;
const newContact = (whose: RecordClass) => ({
  body: {
    firstName: 'Ada',
    emails: [{ address: `new${n++}@engines.example` }],
    phones: [{ number: '+49 30 901820' }],
    custom: { budget: 12000 },
    ...ownerGiven(whose),
  },
});

async function closedDeal(whose: RecordClass): Promise<string> {
  const id = newId('deal', monday);
  if (whose === 'never') return id;
  const open = dealOf(whose, id, contactIds[whose]);
  return put(dealRecord, { ...open, stageId: 'won', status: 'won', closedAt: monday });
}

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
  verb: 'read' | 'edit',
  made: (kind: FreshKind, whose: RecordClass) => Promise<string> = fresh,
): Door =>
  trial({
    at: recordClasses,
    aim: async (whose) => ({ params: { activityId: await made('activity', whose) } }),
    verdict: (person, whose) => verdictOnActivity(person, verb, { author: whose, contact: 'own' }),
  });

/** An archive that one asked for, or somebody else. */
async function archive(whose: RecordClass): Promise<string> {
  const id = newId('export', monday);
  if (whose === 'never') return id;
  return put(exportRecord, {
    ...{ id, workspaceId: workspaceOf(whose), version: 1, createdAt: monday, updatedAt: monday },
    ...{ kind: 'person', contactId: contactIds.own, status: 'requested', requeues: 0 },
    requestedBy: { kind: 'user', id: ownerIds[whose] ?? '' },
    rights: { roles: [], teamIds: [], circle: [] },
  });
}

/** Deals by whom they are with: not for whom that is hidden. */
function verdictOnDealsOf(person: Person, whose: RecordClass) {
  if (!hasPermission(person, 'deals:read')) return missing;
  if (unaskable(person, 'deal').includes('contactId')) return forbiddenField;
  return may(person, 'contact', 'read', whose) ? 'ok' : unknown('contact');
}

/** Doors to records that have an owner. */
export const recordDoors: Record<string, Door> = {
  createContact: trial({
    at: recordClasses,
    aim: newContact,
    verdict: (person, whose) =>
      verdictOnNew(person, 'contact', whose, { sets: ['emails', 'phones', 'custom'] }),
  }),
  listContacts: list('contacts:read'),
  getContact: reads('contact'),
  patchContact: changes('contact', 'edit', ['jobTitle', 'lifecycle']),
  listContactTimeline: reads('contact'),
  listContactHistory: reads('contact'),

  createActivity: trial({
    at: recordClasses,
    aim: newActivity,
    verdict: (person, whose) => {
      if (!hasPermission(person, 'activities:create')) return missing;
      return may(person, 'contact', 'read', whose) ? 'ok' : unknownReference;
    },
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

  createTask: trial({
    at: recordClasses,
    aim: (whose) => ({ body: { title: 'Send the offer', note: 'With prices', ...ownerGiven(whose) } }),
    verdict: (person, whose) => verdictOnNew(person, 'task', whose, { sets: ['title', 'note'] }),
  }),
  listTasks: list('tasks:read'),
  getTask: reads('task'),
  patchTask: changes('task', 'edit', ['dueOn', 'note']),
  completeTask: changes('task', 'edit'),
  reopenTask: changes('task', 'edit'),
  listTaskHistory: reads('task'),

  createDeal: trial({
    at: recordClasses,
    aim: (whose) => ({
      body: { name: 'Mill', contactId: contactIds.own, amountCents: 1, ...ownerGiven(whose) },
    }),
    verdict: (person, whose) =>
      verdictOnNew(person, 'deal', whose, { sets: ['name', 'contactId', 'amountCents'], contact: 'own' }),
  }),
  listDeals: list('deals:read'),
  getDeal: reads('deal'),
  patchDeal: changes('deal', 'edit', ['amountCents', 'expectedCloseOn']),
  moveDeal: changes('deal', 'edit', ['lostReason']),
  reopenDeal: changes('deal', 'edit', [], closedDeal),
  listDealTimeline: reads('deal'),
  listDealHistory: reads('deal'),
  listContactDeals: trial({
    at: recordClasses,
    aim: (whose) => ({ params: { contactId: contactIds[whose] } }),
    verdict: verdictOnDealsOf,
  }),
  getBoard: list('deals:read'),

  previewTemplate: trial({
    at: recordClasses,
    aim: async (whose) => ({
      params: { templateId: await settingId('template', 'own') },
      body: { contactId: contactIds[whose] },
    }),
    verdict: (person, whose) => {
      if (!hasPermission(person, 'templates:read')) return missing;
      return may(person, 'contact', 'read', whose) ? 'ok' : unknown('contact');
    },
  }),

  eraseContact: trial({
    at: recordClasses,
    aim: async (whose) => ({ params: { contactId: await fresh('contact', whose) } }),
    verdict: (person, whose) => {
      if (!hasPermission(person, 'erasures:write')) return missing;
      return may(person, 'contact', 'read', whose) ? 'ok' : unknown('contact');
    },
  }),
  exportContact: changes('contact', 'export'),
  getExport: trial({
    at: ['own', 'others', 'elsewhere', 'never'],
    aim: async (whose) => ({ params: { exportId: await archive(whose) } }),
    verdict: (person, whose) => {
      if (!hasPermission(person, 'contacts:export')) return missing;
      if (isHere(whose) && hasPermission(person, 'erasures:read')) return 'ok';
      const isKey = person.cap !== undefined || person.scopes !== undefined; // which has only what it asked for itself
      return whose === 'own' && !isKey ? 'ok' : unknown('export');
    },
  }),
};

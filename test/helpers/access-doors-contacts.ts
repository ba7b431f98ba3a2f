import { newId } from '../../shared/core/ids.ts';
import { exportRecord } from '../../shared/privacy/export.ts';
import { monday } from '../fixtures/ids.ts';
import { type Door, trial } from './access-doors.ts';
import { commonDoors } from './access-doors-kinds.ts';
import { changes, list, ownerGiven, reads } from './access-doors-parts.ts';
import {
  hasPermission,
  isHere,
  may,
  missing,
  type RecordClass,
  recordClasses,
  unknown,
  verdictOnNew,
} from './access-oracle.ts';
import { settingId } from './access-settings.ts';
import { contactIds, fresh, ownerIds, put, standing, workspaceOf } from './access-world.ts';

let n = 0;
const aBody = (word: string, nth: number) => ({
  firstName: 'Ada',
  emails: [{ address: `${word}${nth}@engines.example` }],
  phones: [{ number: '+49 30 901820' }],
  custom: { budget: 12000 },
});
const sets = ['emails', 'phones', 'custom'];
const newContact = (whose: RecordClass) => ({ body: { ...aBody('new', n++), ...ownerGiven(whose) } });

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

/** Doors to contacts, and to what is told of one. */
export const contactDoors: Record<string, Door> = {
  ...commonDoors({
    kind: 'contact',
    name: 'Contact',
    names: 'Contacts',
    body: (nth) => aBody('other', nth),
    sets,
    patch: { jobTitle: 'Miller', lifecycle: 'lead' },
    patchSets: ['jobTitle', 'lifecycle'],
  }),
  createContact: trial({
    at: recordClasses,
    aim: newContact,
    verdict: (person, whose) => verdictOnNew(person, 'contact', whose, { sets }),
  }),
  listContacts: list('contacts:read'),
  searchContacts: list('contacts:read'),
  getContact: reads('contact'),
  patchContact: changes('contact', 'edit', ['jobTitle', 'lifecycle']),
  listContactTimeline: reads('contact'),
  listContactHistory: reads('contact'),
  getMailStatus: reads('contact'),
  getContactRatings: reads('contact'),
  readContactOutlooks: trial({
    at: ['own'],
    aim: () => ({ body: { ids: recordClasses.map((whose) => standing('contact', whose)) } }),
    verdict: (person) => (hasPermission(person, 'contacts:read') ? 'ok' : missing),
  }),
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

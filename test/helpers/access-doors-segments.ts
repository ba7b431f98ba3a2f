import { type Door, trial } from './access-doors.ts';
import { one, whole } from './access-doors-settings.ts';
import {
  forbiddenField,
  hasPermission,
  missing,
  type Person,
  unaskable,
  unknown,
  type Verdict,
} from './access-oracle.ts';
import { settingId, type Where } from './access-settings.ts';

/** Of the segment that stands, and of those that are made: contacts that are leads. */
const condition = { lifecycle: 'lead' };
const ofContacts = (person: Person): Verdict => {
  if (!hasPermission(person, 'contacts:read')) return missing;
  return unaskable(person, 'contact').includes('lifecycle') ? forbiddenField : 'ok';
};
const asking = (needs: string, body: object): Door =>
  trial({
    at: ['own'],
    aim: () => ({ body }),
    verdict: (person) => (hasPermission(person, needs) ? ofContacts(person) : missing),
  });
/** Whoever writes segments need not read what will be in them. */
const hidesNone = (person: Person): Verdict =>
  unaskable(person, 'contact').includes('lifecycle') ? forbiddenField : 'ok';

/** Doors to segments and to who is in them. */
export const segmentDoors: Record<string, Door> = {
  listSegments: whole('segments:read'),
  createSegment: trial({
    at: ['own'],
    aim: () => ({ body: { name: 'Leads', of: 'contact', condition } }),
    verdict: (person) => (hasPermission(person, 'segments:write') ? hidesNone(person) : missing),
  }),
  getSegment: one('segments:read', 'segment'),
  patchSegment: one('segments:write', 'segment', { fresh: {}, body: () => ({ name: 'Renamed' }) }),
  deleteSegment: one('segments:write', 'segment', { fresh: {} }),
  listSegmentMembers: trial({
    at: ['own', 'elsewhere', 'never'],
    aim: async (whose) => ({ params: { segmentId: await settingId('segment', whose as Where) } }),
    verdict: (person, whose) => {
      if (!hasPermission(person, 'segments:read')) return missing;
      return whose === 'own' ? ofContacts(person) : unknown('segment');
    },
  }),
  previewSegment: asking('segments:read', { of: 'contact', condition }),
};

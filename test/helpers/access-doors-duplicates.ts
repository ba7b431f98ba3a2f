import { type Door, trial } from './access-doors.ts';
import { reads } from './access-doors-parts.ts';
import { one, whole } from './access-doors-settings.ts';
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
  type Verdict,
} from './access-oracle.ts';
import { putItem, standing, workspaceOf } from './access-world.ts';

/** What of a contact is compared and may be hidden; no custom field of this world tells who is meant. */
const compared = ['emails', 'phones', 'birthday', 'company', 'addresses'];
/** The order of the list tells of each of them. */
function verdictOnList(person: Person): Verdict {
  if (!hasPermission(person, 'contacts:read')) return missing;
  return unaskable(person, 'contact').some((name) => compared.includes(name)) ? forbiddenField : 'ok';
}

/** The other one is one's own; of one's own the other one is a colleague's. */
const otherOf = (whose: RecordClass): RecordClass => (whose === 'own' ? 'teams' : 'own');
/** Who sees both says that they are two, where they may edit either. */
const apart = (kind: 'contact' | 'company', edit: string): Door =>
  trial({
    at: recordClasses,
    aim: (whose) => ({
      params: { [`${kind}Id`]: standing(kind, whose), otherId: standing(kind, otherOf(whose)) },
    }),
    verdict: (person, whose) => {
      const both = [whose, otherOf(whose)];
      if (!hasPermission(person, edit)) return missing;
      if (!both.every((each) => may(person, kind, 'read', each))) return unknown(kind);
      return both.some((each) => may(person, kind, 'edit', each)) ? 'ok' : outOfReach;
    },
  });

/** Doors to what may be there twice. */
export const duplicateDoors: Record<string, Door> = {
  listDuplicates: trial({ at: ['own'], aim: () => ({}), verdict: verdictOnList }),
  checkDuplicates: trial({
    at: ['own'],
    aim: () => ({}),
    verdict: (person) => (hasPermission(person, 'contacts:read') ? 'ok' : missing),
  }),
  listContactDuplicates: reads('contact'),
  listCompanyDuplicates: reads('company'),
  keepContactsApart: apart('contact', 'contacts:edit'),
  unkeepContactsApart: apart('contact', 'contacts:edit'),
  keepCompaniesApart: apart('company', 'companies:edit'),
  unkeepCompaniesApart: apart('company', 'companies:edit'),
  runDuplicates: trial({
    at: ['own'],
    aim: async () => {
      // One is under way for all of them: the first would keep the others out.
      const pk = `WS#${workspaceOf('own')}#UNIQUE#dedupe#contact`;
      await putItem({ pk, sk: 'UNIQUE', recordId: 'du_01KMARK0000000000000000000' });
      return {};
    },
    verdict: (person) => (hasPermission(person, 'workspaces:write') ? 'ok' : missing),
    open: { status: 409, code: 'dedupe_unfinished' },
  }),
  listDuplicateRuns: whole('workspaces:write'),
  getDuplicateRun: one('workspaces:write', 'dedupe'),
};

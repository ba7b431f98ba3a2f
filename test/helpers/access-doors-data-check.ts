import { batch, type Door, trial } from './access-doors.ts';
import { whole } from './access-doors-settings.ts';
import {
  forbiddenField,
  hasPermission,
  missing,
  type Person,
  recordClasses,
  unaskable,
  type Verdict,
  verdictOn,
} from './access-oracle.ts';
import { fresh } from './access-world.ts';

/** Whose mail is mistyped tells what mail they have. */
function verdictOnMistyped(person: Person): Verdict {
  if (!hasPermission(person, 'contacts:read')) return missing;
  return unaskable(person, 'contact').includes('emails') ? forbiddenField : 'ok';
}

/** Doors to what is wrong with the data. */
export const dataCheckDoors: Record<string, Door> = {
  getDataCheck: trial({ at: ['own'], aim: () => ({}), verdict: () => 'ok' }),
  listFindings: trial({
    at: ['own'],
    aim: () => ({ query: { kind: 'contact', check: 'mistyped' } }),
    verdict: verdictOnMistyped,
  }),
  // Of what is somebody's nothing is to be mended: it stays as it is, for who might change it.
  repairFindings: batch({
    at: recordClasses,
    aim: async (all) => ({
      body: {
        ids: await Promise.all(all.map((whose) => fresh('contact', whose))),
        ...{ kind: 'contact', check: 'unowned', by: 'patch', patch: { jobTitle: 'Buyer' } },
      },
    }),
    verdict: (person, whose) =>
      verdictOn(person, 'contact', 'edit', whose, whose === 'nobodys' ? ['jobTitle'] : []),
    status: 200,
  }),
  listGrades: whole('workspaces:write'),
  takeGrade: whole('workspaces:write'),
};

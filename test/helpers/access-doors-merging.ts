import { monday, noon } from '../fixtures/ids.ts';
import { type Door, trial } from './access-doors.ts';
import { reads } from './access-doors-parts.ts';
import { accessKind } from './access-kinds.ts';
import {
  forbiddenField,
  hasPermission,
  hidden,
  isHere,
  may,
  missing,
  outOfReach,
  type Person,
  type RecordClass,
  recordClasses,
  unknownReference,
  type Verdict,
  verdictOn,
} from './access-oracle.ts';
import { fresh } from './access-world.ts';

type Mergeable = 'contact' | 'company';
const plurals = { contact: 'contacts', company: 'companies' } as const;
/** Nothing that no two records may have: others of the matrix have it. */
const plainOf = (kind: Mergeable) => (kind === 'contact' ? { emails: [] } : (accessKind(kind)?.plain ?? {}));

/** One's own is merged with somebody's: it is to be edited, the other to be deleted, and what is hidden of the other stays hidden. */
function verdictOnMerge(person: Person, kind: Mergeable, whose: RecordClass): Verdict {
  if (!hasPermission(person, `${plurals[kind]}:edit`)) return missing;
  if (!hasPermission(person, `${plurals[kind]}:delete`)) return missing;
  const survivor = verdictOn(person, kind, 'edit', 'own');
  if (survivor !== 'ok') return survivor;
  if (!isHere(whose) || !may(person, kind, 'read', whose)) return unknownReference;
  if (!may(person, kind, 'delete', whose)) return outOfReach;
  const known = hidden(person, kind, 'own');
  return hidden(person, kind, whose).every((name) => known.includes(name)) ? 'ok' : forbiddenField;
}

/** Both are of one owner. */
function verdictOnUnmerge(person: Person, kind: Mergeable, whose: RecordClass): Verdict {
  if (!hasPermission(person, `${plurals[kind]}:edit`)) return missing;
  if (!hasPermission(person, `${plurals[kind]}:delete`)) return missing;
  const survivor = verdictOn(person, kind, 'edit', whose);
  if (survivor !== 'ok') return survivor;
  return may(person, kind, 'delete', whose) ? 'ok' : outOfReach;
}

function doorsOf(kind: Mergeable, name: string, names: string): Record<string, Door> {
  const at = (id: string) => ({ [`${kind}Id`]: id });
  const merging = trial({
    at: recordClasses,
    aim: async (whose) => ({
      params: at(await fresh(kind, 'own')),
      body: { ids: [await fresh(kind, whose, plainOf(kind))] },
    }),
    verdict: (person, whose) => verdictOnMerge(person, kind, whose),
  });
  const apart = trial({
    at: recordClasses,
    aim: async (whose) => {
      const survivor = await fresh(kind, whose);
      const out = { ...plainOf(kind), deletedAt: noon, mergedInto: survivor };
      const id = await fresh(kind, whose, out);
      if (whose !== 'never')
        await fresh(kind, whose, { ...plainOf(kind), id: survivor, mergedIds: [id], createdAt: monday });
      return { params: at(survivor), body: { id } };
    },
    verdict: (person, whose) => verdictOnUnmerge(person, kind, whose),
  });
  return {
    [`listMerged${names}`]: reads(kind),
    [`preview${name}Merge`]: merging,
    [`merge${names}`]: merging,
    [`unmerge${name}`]: apart,
  };
}

/** Doors that make one of several records, and several of one. */
export const mergingDoors: Record<string, Door> = {
  ...doorsOf('contact', 'Contact', 'Contacts'),
  ...doorsOf('company', 'Company', 'Companies'),
};

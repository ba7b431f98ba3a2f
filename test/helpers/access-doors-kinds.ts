import { monday } from '../fixtures/ids.ts';
import { batch, type Door, type Trial, trial } from './access-doors.ts';
import { changes, list, ownerGiven, type Ruled, reads } from './access-doors-parts.ts';
import type { AccessKind } from './access-kind.ts';
import { accessKind } from './access-kinds.ts';
import {
  hasPermission,
  missing,
  type Person,
  type RecordClass,
  recordClasses,
  type Verdict,
  verdictOn,
  verdictOnNew,
  verdictOnTrashed,
  verdictOnUpsert,
} from './access-oracle.ts';
import { fresh, freshByKey, standing } from './access-world.ts';

type Words = Pick<
  AccessKind,
  'name' | 'names' | 'body' | 'sets' | 'patch' | 'patchSets' | 'classes' | 'alsoNeeds'
>;
type Writing = Words & { kind: Ruled };

let n = 0;
const withAlso = ({ alsoNeeds }: Words, person: Person, verdict: Verdict): Verdict =>
  verdict === 'ok' && alsoNeeds ? alsoNeeds(person) : verdict;
const verdictOnMade = (one: Writing, person: Person, whose: RecordClass): Verdict =>
  withAlso(one, person, verdictOnNew(person, one.kind, whose, { sets: one.sets }));

const madeFor = ({ classes }: Words): readonly RecordClass[] => (classes ? ['nobodys'] : recordClasses);
const newFor = ({ body, classes }: Words, whose: RecordClass) => ({
  ...body(n++),
  ...(classes ? {} : ownerGiven(whose)),
});

/** The doors of many: each result is what the door of one answers. */
function batchDoors(one: Writing): Record<string, Door> {
  const { kind, names, patch, patchSets, classes: at = recordClasses } = one;
  const items = async (make: (whose: RecordClass) => Promise<object>, all: readonly RecordClass[]) => ({
    body: { items: await Promise.all(all.map(make)) },
  });
  return {
    [`batchCreate${names}`]: batch({
      at: madeFor(one),
      aim: (all) => items(async (whose) => newFor(one, whose), all),
      verdict: (person, whose) => verdictOnMade(one, person, whose),
      status: 201,
    }),
    [`batchUpdate${names}`]: batch({
      at,
      aim: (all) => items(async (whose) => ({ id: await fresh(kind, whose), ...patch }), all),
      verdict: (person, whose) => verdictOn(person, kind, 'edit', whose, patchSets),
      status: 200,
    }),
    [`batchRead${names}`]: batch({
      at,
      aim: async (all) => ({ body: { ids: all.map((whose) => standing(kind, whose)) } }),
      verdict: (person, whose) => verdictOn(person, kind, 'read', whose),
      status: 200,
    }),
  };
}

/** `PUT` by an external id: what it finds is changed, else a record is made (201). */
const upsertDoor = (one: Writing): Trial =>
  trial({
    at: one.classes ?? recordClasses,
    aim: async (whose) => ({
      query: { matchBy: 'externalId' },
      body: { ...one.body(n++), externalId: await freshByKey(one.kind, whose) },
    }),
    verdict: (person, whose) => {
      const verdict = verdictOnUpsert(person, one.kind, whose, one.sets);
      const isMade = verdict === 'ok' || verdict.status === 409;
      return isMade ? withAlso(one, person, verdict) : verdict;
    },
    status: (whose) => (whose === 'elsewhere' || whose === 'never' ? 201 : 200),
  });

const at = (door: Door, classes: AccessKind['classes']): Door =>
  classes && door.kind === 'trial' ? { ...door, at: classes } : door;

/** The doors to delete, upsert and do many at once, which every kind has; `doorsOfKind` has the others too. */
export const commonDoors = (one: Writing): Record<string, Door> => ({
  [`delete${one.name}`]: at(changes(one.kind, 'delete'), one.classes),
  [`upsert${one.name}`]: upsertDoor(one),
  ...batchDoors(one),
});

/** All doors to a kind that has nothing of its own. */
export function doorsOfKind(one: AccessKind): Record<string, Door> {
  const { kind, name, names, patch, patchSets, classes } = one;
  return {
    [`create${name}`]: trial({
      at: madeFor(one),
      aim: (whose) => ({ body: newFor(one, whose) }),
      verdict: (person, whose) => verdictOnMade(one, person, whose),
    }),
    [`patch${name}`]: at(changes(kind, 'edit', [...patchSets], undefined, patch), classes),
    [`get${name}`]: at(reads(kind), classes),
    [`list${name}History`]: at(reads(kind), classes),
    [`list${names}`]: list(`${kind === 'company' ? 'companies' : `${kind}s`}:read`),
    [`search${names}`]: list(`${kind === 'company' ? 'companies' : `${kind}s`}:read`),
    ...commonDoors(one),
  };
}

const trashed = (whose: RecordClass) =>
  fresh('company', whose, { ...accessKind('company')?.plain, deletedAt: monday });
const trashDoor = (): Trial =>
  trial({
    at: recordClasses,
    aim: async (whose) => ({ params: { recordId: await trashed(whose) } }),
    verdict: (person, whose) => verdictOnTrashed(person, 'company', whose),
  });
/** Doors to the trash, at companies; at every kind: test/integration/access/kinds.test.ts. */
export const trashDoors: Record<string, Door> = {
  listTrash: trial({
    at: ['own'],
    aim: () => ({ query: { type: 'company' } }),
    verdict: (person) => (hasPermission(person, 'companies:read') ? 'ok' : missing),
  }),
  restoreRecord: trashDoor(),
  purgeRecord: trashDoor(),
};

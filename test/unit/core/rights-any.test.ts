import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FieldKind,
  type GovernedKind,
  governedKinds,
  Permission,
  type Reach,
  type RolePolicy,
  reaches,
  recordPermission,
  type Verb,
  verbs,
} from '../../../shared/core/policy.ts';
import {
  hiddenAnywhere,
  hiddenFields,
  lockedFields,
  mayTouch,
  permissionsOf,
  type Rights,
  reachOf,
  type Who,
} from '../../../shared/core/rights.ts';
import { anyPolicy } from '../../helpers/access-policies.ts';

const owners = { me: 'me', teammate: 'mate', other: 'other', nobody: undefined } as const;
type OwnerClass = keyof typeof owners;
const ownerClasses = Object.keys(owners) as OwnerClass[];
const who = (roles: RolePolicy[], more: Partial<Rights> = {}): Who => ({
  id: owners.me,
  rights: { roles, teamIds: ['tm'], circle: new Set([owners.me, owners.teammate]), ...more },
});
const may = (one: Who, kind: GovernedKind, verb: Verb, owner: OwnerClass) =>
  mayTouch(one, kind, verb, owners[owner]);

/** Who owns what a reach covers; nobody's only with `unassigned`. */
const covered: Record<Reach, Record<OwnerClass, boolean | 'unassigned'>> = {
  none: { me: false, teammate: false, other: false, nobody: false },
  own: { me: true, teammate: false, other: false, nobody: 'unassigned' },
  team: { me: true, teammate: true, other: false, nobody: 'unassigned' },
  all: { me: true, teammate: true, other: true, nobody: true },
};
const rolesOf = fc.array(anyPolicy, { minLength: 1, maxLength: 3 });
const kind = fc.constantFrom(...governedKinds);
const fieldKind = fc.constantFrom<FieldKind>('contact', 'deal', 'task');
const verb = fc.constantFrom(...verbs);
const owner = fc.constantFrom(...ownerClasses);
const scopes = fc.option(fc.uniqueArray(fc.constantFrom(...Permission.options), { maxLength: 20 }), {
  nil: undefined,
});
const cap = fc.option(rolesOf, { nil: undefined });
const anyRights = fc.record({ roles: rolesOf, cap, scopes }).map(({ roles, ...more }) => who(roles, more));
const subset = <T>(some: Iterable<T>, of: Iterable<T>) => {
  const all = new Set(of);
  expect([...some].filter((one) => !all.has(one))).toEqual([]);
};
/** The same of fields, where `custom` is every custom one. */
const fieldsWithin = (some: Iterable<string>, of: Iterable<string>) => {
  const all = new Set(of);
  const isIn = (name: string) => all.has(name) || (name.startsWith('custom.') && all.has('custom'));
  expect([...some].filter((one) => !isIn(one))).toEqual([]);
};

describe('of any roles', () => {
  it('one role more takes away nothing of a record in reach, and hides nothing of it', () =>
    fc.assert(
      fc.property(rolesOf, anyPolicy, kind, verb, owner, fieldKind, (roles, more, kind, verb, owner, of) => {
        const [before, after] = [who(roles), who([...roles, more])];
        if (may(before, kind, verb, owner)) expect(may(after, kind, verb, owner)).toBe(true);
        subset(permissionsOf(before), permissionsOf(after));
        if (may(before, of, 'read', owner))
          fieldsWithin(hiddenFields(after, of, owners[owner]), hiddenFields(before, of, owners[owner]));
        if (may(before, of, 'read', owner) && may(before, of, 'edit', owner))
          fieldsWithin(
            lockedFields(after, of, 'edit', owners[owner]),
            lockedFields(before, of, 'edit', owners[owner]),
          );
      }),
    ));

  it('a cap or scopes never add anything, nor show a field more', () =>
    fc.assert(
      fc.property(
        rolesOf,
        rolesOf,
        scopes,
        kind,
        verb,
        owner,
        fieldKind,
        (roles, cap, scopes, kind, verb, owner, of) => {
          const [user, key] = [who(roles), who(roles, { cap, scopes })];
          if (may(key, kind, verb, owner)) expect(may(user, kind, verb, owner)).toBe(true);
          subset(permissionsOf(key), permissionsOf(user));
          if (may(key, of, 'read', owner))
            fieldsWithin(hiddenFields(user, of, owners[owner]), hiddenFields(key, of, owners[owner]));
        },
      ),
    ));

  it('a longer reach covers what a shorter one covers', () =>
    fc.assert(
      fc.property(anyPolicy, kind, verb, owner, fc.nat(2), (role, kind, verb, owner, short) => {
        const reaching = (n: number) => {
          const records = { ...role.records, [kind]: { ...role.records[kind], [verb]: reaches[n] } };
          return may(who([{ ...role, records }]), kind, verb, owner);
        };
        if (reaching(short)) expect(reaching(short + 1)).toBe(true);
      }),
    ));

  it('what is hidden is locked', () =>
    fc.assert(
      fc.property(anyRights, fieldKind, fc.constantFrom('create', 'edit'), owner, (one, of, verb, owner) =>
        fieldsWithin(hiddenFields(one, of, owners[owner]), lockedFields(one, of, verb, owners[owner])),
      ),
    ));

  it('what is hidden in a record in reach is hidden to a question about all of them', () =>
    fc.assert(
      fc.property(anyRights, fieldKind, owner, (one, of, owner) => {
        if (may(one, of, 'read', owner))
          fieldsWithin(hiddenFields(one, of, owners[owner]), hiddenAnywhere(one, of));
      }),
    ));

  it('a permission is listed exactly where some owner’s record is in reach', () =>
    fc.assert(
      fc.property(anyRights, kind, verb, (one, kind, verb) => {
        const some = ownerClasses.some((owner) => may(one, kind, verb, owner));
        const reads = ['contact', 'deal'] as const;
        const seesAny = reads.some((kind) => ownerClasses.some((owner) => may(one, kind, 'read', owner)));
        const listed = permissionsOf(one).includes(recordPermission(kind, verb));
        expect(listed).toBe(some && (kind !== 'activity' || verb !== 'read' || seesAny));
      }),
    ));

  it('the reach that is told is the reach that is had', () =>
    fc.assert(
      fc.property(anyRights, kind, verb, owner, (one, kind, verb, owner) => {
        const { reach, unassigned } = reachOf(one, kind, verb);
        const told = owner === 'nobody' ? unassigned : covered[reach][owner];
        expect(may(one, kind, verb, owner)).toBe(told);
      }),
    ));

  it('mails and submissions are only for who finds no contact out of reach and no field of any hidden', () =>
    fc.assert(
      fc.property(anyRights, owner, (one, owner) => {
        if (!permissionsOf(one).some((name) => /^(mail|submissions):/.test(name))) return;
        expect(may(one, 'contact', 'read', owner)).toBe(true);
        expect(hiddenFields(one, 'contact', owners[owner])).toEqual(new Set());
      }),
    ));
});

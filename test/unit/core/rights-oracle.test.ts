import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideable } from '../../../shared/core/hideable.ts';
import {
  type FieldKind,
  governedKinds,
  Permission,
  type RolePolicy,
  verbs,
} from '../../../shared/core/policy.ts';
import {
  hiddenAnywhere,
  hiddenFields,
  lockedFields,
  mayTouch,
  permissionsOf,
  type Who,
} from '../../../shared/core/rights.ts';
import * as oracle from '../../helpers/access-oracle.ts';
import { anyPolicy } from '../../helpers/access-policies.ts';

const owners = { own: 'me', teams: 'mate', others: 'other', nobodys: undefined } as const;
const kinds = Object.keys(hideable) as FieldKind[];

/** A role in the oracle's words. */
function roleOf({ records, fields, settings }: RolePolicy): oracle.Role {
  const by = (kind: FieldKind, rule: string) =>
    Object.entries(fields[kind] ?? {}).flatMap(([name, own]) => (own === rule ? [name] : []));
  const unassigned = Object.fromEntries(governedKinds.map((kind) => [kind, records[kind]?.unassigned]));
  const rules = kinds.map((kind) => [kind, { hidden: by(kind, 'hidden'), readonly: by(kind, 'readonly') }]);
  return { ...records, unassigned, fields: Object.fromEntries(rules), settings } as oracle.Role;
}

const roles = fc.array(anyPolicy, { maxLength: 3 });
const scopes = fc.uniqueArray(fc.constantFrom(...Permission.options), { minLength: 5, maxLength: 25 });
const pairs = fc
  .record({ roles, cap: fc.option(roles, { nil: undefined }), scopes: fc.option(scopes, { nil: undefined }) })
  .map(({ roles, cap, scopes }) => {
    const circle = new Set([owners.own, owners.teams]);
    const who: Who = { id: owners.own, rights: { roles, cap, scopes, teamIds: ['tm'], circle } };
    const person: oracle.Person = {
      roles: roles.map(roleOf),
      ...(cap && { cap: cap.map(roleOf) }),
      ...(scopes && { scopes }),
    };
    return { who, person };
  });
const sorted = (names: Iterable<string>) => [...names].sort();

test('what roles allow is what the oracle says, whatever roles they are', () => {
  const all = governedKinds.flatMap((kind) =>
    verbs.flatMap((verb) => oracle.ownerClasses.map((whose) => ({ kind, verb, whose }))),
  );
  fc.assert(
    fc.property(pairs, ({ who, person }) => {
      const wrong = all.filter(
        ({ kind, verb, whose }) =>
          mayTouch(who, kind, verb, owners[whose]) !== oracle.may(person, kind, verb, whose),
      );
      expect(wrong).toEqual([]);
      expect(sorted(permissionsOf(who))).toEqual(
        sorted(Permission.options.filter((name) => oracle.hasPermission(person, name))),
      );
    }),
    { numRuns: 500 },
  );
});

test('what roles hide and hold back is what the oracle says, whatever roles they are', () => {
  const of = kinds.flatMap((kind) => oracle.ownerClasses.map((whose) => ({ kind, whose })));
  fc.assert(
    fc.property(pairs, ({ who, person }) => {
      for (const { kind, whose } of of.filter(({ kind, whose }) => oracle.may(person, kind, 'read', whose))) {
        const owner = owners[whose];
        expect(sorted(hiddenFields(who, kind, owner))).toEqual(sorted(oracle.hidden(person, kind, whose)));
        for (const verb of ['create', 'edit'] as const)
          expect(sorted(lockedFields(who, kind, verb, owner))).toEqual(
            sorted(oracle.locked(person, kind, verb, whose)),
          );
      }
      for (const kind of kinds)
        expect(sorted(hiddenAnywhere(who, kind))).toEqual(sorted(oracle.unaskable(person, kind)));
    }),
    { numRuns: 500 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinPolicy, type builtinRoles } from '../../../shared/access/builtin-roles.ts';
import { assertMayGive, isBeyond } from '../../../shared/access/may-give.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { hideable } from '../../../shared/core/hideable.ts';
import {
  type FieldKind,
  governedKinds,
  type RolePolicy,
  reaches,
  verbs,
} from '../../../shared/core/policy.ts';
import {
  hiddenFields,
  lockedFields,
  mayTouch,
  permissionsOf,
  type Who,
} from '../../../shared/core/rights.ts';
import { acme, ann, ben } from '../../fixtures/ids.ts';
import { aPolicy as aRep } from '../../fixtures/policy.ts';
import { anyPolicy } from '../../helpers/access-policies.ts';

const mate = 'mate';
const somebody = 'somebody';
const whoIs = (id: string, roles: RolePolicy[]): Who => ({
  id,
  rights: { roles, teamIds: ['t'], circle: new Set([ann, ben, mate]) },
});
const actorOf = (roles: RolePolicy[]): Actor => {
  const who = whoIs(ann, roles);
  return { kind: 'user', workspaceId: acme, ...who, permissions: permissionsOf(who) };
};
const policyOf = (role: (typeof builtinRoles)[number]) => builtinPolicy(role) ?? aRep();

const fieldKinds = ['contact', 'deal', 'task'] as const;
const fieldsOf = (kind: FieldKind) => [...hideable[kind], 'custom', 'custom.birthday', 'custom.budget'];
/** Whose records there are, from somebody's own point of view. */
const owners = ({ id }: Who): Record<string, string | undefined> => ({
  own: id,
  nobodys: undefined,
  mate,
  somebody,
});

/** All that somebody can do, a line each: to whose records, and there with which fields. */
function deedsOf(who: Who): Set<string> {
  const all = Object.entries(owners(who));
  const records = all.flatMap(([whose, owner]) =>
    governedKinds.flatMap((kind) =>
      verbs
        .filter((verb) => !(kind === 'activity' && verb === 'read') && mayTouch(who, kind, verb, owner))
        .map((verb) => `${verb} ${kind} ${whose}`),
    ),
  );
  const fields = all.flatMap(([whose, owner]) =>
    fieldKinds.flatMap((kind) => {
      const [hidden, locked] = [hiddenFields(who, kind, owner), lockedFields(who, kind, 'edit', owner)];
      const [reads, edits] = (['read', 'edit'] as const).map((verb) => mayTouch(who, kind, verb, owner));
      return fieldsOf(kind).flatMap((name) => [
        ...(reads && !hidden.has(name) ? [`see ${kind} ${whose} ${name}`] : []),
        ...(edits && !locked.has(name) ? [`set ${kind} ${whose} ${name}`] : []),
      ]);
    }),
  );
  return new Set([...records, ...fields]);
}

/** One thing of a policy otherwise than it was: what is nearly one's own shows where a line is not held. */
const aTurn = fc.option(
  fc.record({
    kind: fc.constantFrom(...fieldKinds),
    verb: fc.constantFrom(...verbs),
    reach: fc.constantFrom(...reaches),
    unassigned: fc.boolean(),
    hidesNothing: fc.boolean(),
  }),
  { freq: 9 },
);
type Turn = NonNullable<typeof aTurn extends fc.Arbitrary<infer T> ? T : never>;
function turned(policy: RolePolicy, { kind, verb, reach, unassigned, hidesNothing }: Turn): RolePolicy {
  const rights = { ...policy.records[kind], [verb]: reach, unassigned };
  const fields = hidesNothing ? { ...policy.fields, [kind]: {} } : policy.fields;
  return { ...policy, records: { ...policy.records, [kind]: rights }, fields };
}

describe('a role that somebody may give who may not write roles', () => {
  it('never lets the other do what they may not: to no record, with no field, with no setting', () => {
    const roles = fc.array(anyPolicy, { minLength: 1, maxLength: 2 });
    let given = 0;
    fc.assert(
      fc.property(roles, anyPolicy, aTurn, (own, other, turn) => {
        const policy = turn && own[0] ? turned(own[0], turn) : other;
        const actor = actorOf(own);
        fc.pre(!isBeyond(actor, policy));
        given++;
        const mine = deedsOf(actor);
        expect([...deedsOf(whoIs(ben, [policy]))].filter((deed) => !mine.has(deed))).toEqual([]);
        expect(policy.settings.filter((one) => !actor.permissions.includes(one))).toEqual([]);
      }),
      { numRuns: 250, maxSkipsPerRun: 1000 },
    );
    expect(given).toBeGreaterThan(200);
  });

  it('may be their own, where they may use all that it says', () => {
    for (const role of ['rep', 'marketing', 'support', 'manager', 'readonly'] as const)
      expect(isBeyond(actorOf([policyOf(role)]), policyOf(role))).toBe(false);
  });

  it('is none that reaches further, however little', () => {
    const rep = actorOf([aRep()]);
    const further = (['read', 'edit', 'delete', 'export'] as const).map((verb) => {
      const policy = structuredClone(aRep());
      policy.records.contact[verb] = 'all';
      return policy;
    });
    for (const policy of further) expect(isBeyond(rep, policy)).toBe(true);
    expect(isBeyond(rep, aRep({ settings: ['forms:write'] }))).toBe(true);
    const veiled = actorOf([aRep({ fields: { contact: { phones: 'hidden' }, deal: {}, task: {} } })]);
    expect(isBeyond(veiled, aRep())).toBe(true);
  });
});

it('who may write roles gives any; of who may not each role that is too much is named', () => {
  const admin = { policy: policyOf('admin'), pointer: '/roles/1', role: 'admin' };
  const rep = { policy: policyOf('rep'), pointer: '/roles/0', role: 'rep' };
  expect(() => assertMayGive(actorOf([policyOf('admin')]), [admin, rep])).not.toThrow();
  expect(() => assertMayGive(actorOf([policyOf('rep')]), [rep, admin])).toThrow(
    expect.objectContaining({
      code: 'role_out_of_reach',
      more: { errors: [expect.objectContaining({ pointer: '/roles/1' })] },
    }),
  );
});

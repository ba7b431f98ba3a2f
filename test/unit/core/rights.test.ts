import { describe, expect, it, test } from 'vitest';
import { builtinPolicy, builtinRoles } from '../../../shared/access/builtin-roles.ts';
import {
  type GovernedKind,
  governedKinds,
  Permission,
  type Reach,
  RolePolicy,
  reaches,
  type SettingPermission,
  type Verb,
  verbs,
} from '../../../shared/core/policy.ts';
import {
  hiddenAnywhere,
  hiddenBeside,
  hiddenFields,
  lockedFields,
  mayTouch,
  permissionsOf,
  type Rights,
  reachOf,
  type Who,
} from '../../../shared/core/rights.ts';
import { aPolicy, everyVerb, rightsIn } from '../../helpers/access-policies.ts';

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
const governed = governedKinds.flatMap((kind) => verbs.map((verb) => ({ kind, verb })));
/** Nobody is given the reading of activities: they are read as their contacts and deals are. */
const given = governed.filter(({ kind, verb }) => kind !== 'activity' || verb !== 'read');
const cases = given.flatMap((one) =>
  reaches.flatMap((reach) => [false, true].map((unassigned) => ({ ...one, reach, unassigned }))),
);

describe('one role', () => {
  test.each(cases)(
    '$reach to $verb a $kind (nobody’s: $unassigned) covers whom the table says, and no other verb',
    ({ kind, verb, reach, unassigned }) => {
      const one = who([aPolicy({ [kind]: { ...everyVerb('none', unassigned), [verb]: reach } })]);
      const told = Object.values(covered[reach]).map((answer) =>
        answer === 'unassigned' ? unassigned : answer,
      );
      expect(ownerClasses.map((owner) => may(one, kind, verb, owner))).toEqual(told);
      const others = given.filter((other) => other.kind !== kind || other.verb !== verb);
      expect(others.filter((other) => may(one, other.kind, other.verb, 'me'))).toEqual([]);
    },
  );

  it('says how far it reaches, and whether to nobody’s', () => {
    const one = who([
      aPolicy({ contact: rightsIn(['all', 'team', 'own', 'none', 'none'], true), deal: everyVerb('team') }),
    ]);
    const reachesOf = (kind: GovernedKind) => verbs.map((verb) => reachOf(one, kind, verb));
    expect(reachesOf('contact')).toEqual([
      { reach: 'all', unassigned: true },
      { reach: 'team', unassigned: true },
      { reach: 'own', unassigned: true },
      { reach: 'none', unassigned: false },
      { reach: 'none', unassigned: false },
    ]);
    expect(reachesOf('deal')).toEqual(Array(5).fill({ reach: 'team', unassigned: false }));
  });

  it('allows nothing to who has none', () => {
    expect(permissionsOf(who([]))).toEqual([]);
    expect(governed.filter(({ kind, verb }) => may(who([]), kind, verb, 'me'))).toEqual([]);
  });

  it('reaches a manager’s team of which they are no member, and their own', () => {
    const one = who([aPolicy({ deal: everyVerb('team') })], { circle: new Set([owners.teammate]) });
    expect(ownerClasses.map((owner) => may(one, 'deal', 'edit', owner))).toEqual([true, true, false, false]);
  });
});

describe('several roles', () => {
  const seller = aPolicy({ deal: everyVerb('own', true), contact: everyVerb('team') });
  const auditor = aPolicy({
    deal: rightsIn(['all', 'none', 'none', 'none', 'all']),
    settings: ['audit:read'],
  });

  it('add up, verb by verb and record by record', () => {
    const one = who([seller, auditor]);
    expect(ownerClasses.map((owner) => may(one, 'deal', 'read', owner))).toEqual([true, true, true, true]);
    expect(ownerClasses.map((owner) => may(one, 'deal', 'edit', owner))).toEqual([true, false, false, true]);
    expect(ownerClasses.map((owner) => may(one, 'contact', 'edit', owner))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(reachOf(one, 'deal', 'read')).toEqual({ reach: 'all', unassigned: true });
    expect(reachOf(one, 'deal', 'edit')).toEqual({ reach: 'own', unassigned: true });
    expect(permissionsOf(one)).toContain('audit:read');
  });

  it('do not lend one role’s reach to another’s nobody’s records', () => {
    const one = who([aPolicy({ deal: everyVerb('team') }), aPolicy({ deal: everyVerb('none', true) })]);
    expect(may(one, 'deal', 'read', 'nobody')).toBe(false);
    expect(reachOf(one, 'deal', 'read')).toEqual({ reach: 'team', unassigned: false });
  });
});

describe('an API key', () => {
  const all = aPolicy({
    contact: everyVerb('all'),
    deal: everyVerb('all'),
    activity: everyVerb('all'),
    settings: ['pipelines:read', 'pipelines:write'],
  });
  const cap = aPolicy({
    contact: everyVerb('team', true),
    deal: rightsIn(['own', 'none', 'none', 'none', 'none']),
    settings: ['pipelines:read', 'audit:read'],
  });

  it('may what its user and its own roles both may', () => {
    const one = who([all], { cap: [cap] });
    expect(ownerClasses.map((owner) => may(one, 'contact', 'edit', owner))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(ownerClasses.map((owner) => may(one, 'deal', 'read', owner))).toEqual([true, false, false, false]);
    expect(may(one, 'deal', 'edit', 'me')).toBe(false);
    expect(reachOf(one, 'contact', 'edit')).toEqual({ reach: 'team', unassigned: true });
    expect(permissionsOf(one)).toContain('pipelines:read');
    expect(permissionsOf(one)).not.toContain('pipelines:write');
    expect(permissionsOf(one)).not.toContain('audit:read');
  });

  it('with no role of its own that is left may nothing', () =>
    expect(permissionsOf(who([all], { cap: [] }))).toEqual([]));

  it('is held to its scopes', () => {
    const one = who([all], { scopes: ['contacts:read', 'pipelines:write'] });
    expect(permissionsOf(one)).toEqual(['contacts:read', 'pipelines:write']);
    expect(may(one, 'contact', 'read', 'other')).toBe(true);
    expect(may(one, 'contact', 'edit', 'me')).toBe(false);
    expect(may(one, 'activity', 'read', 'me')).toBe(false);
    expect(reachOf(one, 'deal', 'read')).toEqual({ reach: 'none', unassigned: false });
  });

  it('without any scope may nothing', () => expect(permissionsOf(who([all], { scopes: [] }))).toEqual([]));

  it('shows by its own field rules and its user’s', () => {
    const hiding = (name: string): RolePolicy => ({
      ...all,
      fields: { contact: { [name]: 'hidden' }, deal: {}, task: {} },
    });
    const one = who([hiding('phones')], { cap: [hiding('emails')] });
    expect(hiddenFields(one, 'contact', owners.me)).toEqual(new Set(['phones', 'emails']));
  });
});

describe('field rules', () => {
  const contactRole = (reach: Reach, rules: Record<string, 'hidden' | 'readonly'>) =>
    aPolicy({ contact: everyVerb(reach), fields: { contact: rules } });
  const hiddenOf = (roles: RolePolicy[], owner: OwnerClass) =>
    [...hiddenFields(who(roles), 'contact', owners[owner])].sort();
  const lockedOf = (roles: RolePolicy[], owner: OwnerClass) =>
    [...lockedFields(who(roles), 'contact', 'edit', owners[owner])].sort();

  it('hidden is neither seen nor set; read-only is seen', () => {
    const roles = [contactRole('all', { phones: 'hidden', jobTitle: 'readonly' })];
    expect(hiddenOf(roles, 'other')).toEqual(['phones']);
    expect(lockedOf(roles, 'other')).toEqual(['jobTitle', 'phones']);
  });

  it('count only of the roles that reach the record', () => {
    const roles = [contactRole('own', {}), contactRole('all', { phones: 'hidden', company: 'readonly' })];
    expect(ownerClasses.map((owner) => hiddenOf(roles, owner))).toEqual([
      [],
      ['phones'],
      ['phones'],
      ['phones'],
    ]);
    expect(ownerClasses.map((owner) => lockedOf(roles, owner))).toEqual([
      [],
      ['company', 'phones'],
      ['company', 'phones'],
      ['company', 'phones'],
    ]);
  });

  it('of several roles hold only where each holds the field back', () => {
    const roles = [
      contactRole('all', { phones: 'hidden', emails: 'hidden' }),
      contactRole('all', { phones: 'hidden', company: 'hidden' }),
    ];
    expect(hiddenOf(roles, 'other')).toEqual(['phones']);
    expect(lockedOf([roles[0] as RolePolicy, contactRole('all', { phones: 'readonly' })], 'me')).toEqual([
      'phones',
    ]);
  });

  it('of all custom fields and of one of them both hold that one back', () => {
    const roles = [
      contactRole('all', { custom: 'hidden' }),
      contactRole('all', { 'custom.birthday': 'hidden' }),
    ];
    expect(hiddenOf(roles, 'me')).toEqual(['custom.birthday']);
    expect(hiddenOf(roles.toReversed(), 'me')).toEqual(['custom.birthday']);
    const locked = [
      contactRole('all', { 'custom.birthday': 'readonly' }),
      contactRole('all', { custom: 'readonly' }),
    ];
    expect(lockedOf(locked, 'me')).toEqual(['custom.birthday']);
    expect(hiddenOf(locked, 'me')).toEqual([]);
  });

  it('hidden in any record in reach is hidden to a question about all of them', () => {
    const roles = [contactRole('own', {}), contactRole('team', { phones: 'hidden' })];
    expect(hiddenAnywhere(who(roles), 'contact')).toEqual(new Set(['phones']));
    expect(hiddenAnywhere(who([contactRole('own', {})]), 'contact')).toEqual(new Set());
    // Its other role hides them of others' records alone, and there are none in reach.
    const alone = who(roles, { circle: new Set() });
    expect(hiddenAnywhere(alone, 'contact')).toEqual(new Set());
    const nobodys = aPolicy({ contact: everyVerb('own', true), fields: { contact: { phones: 'hidden' } } });
    expect(hiddenAnywhere(who([contactRole('own', {}), nobodys]), 'contact')).toEqual(new Set(['phones']));
  });

  it('of who reads no record of a kind hide all that others tell of it', () => {
    const blind = who([aPolicy({ deal: everyVerb('all') })]);
    expect(hiddenAnywhere(blind, 'contact')).toEqual(new Set());
    expect([...hiddenBeside(blind, 'contact')]).toContain('emails');
    expect(hiddenBeside(blind, 'deal')).toEqual(new Set());
    expect(hiddenBeside(who([contactRole('own', { phones: 'hidden' })]), 'contact')).toEqual(
      new Set(['phones']),
    );
  });

  it('take only names of fields that can be hidden, and any but the record’s own for read-only', () => {
    const isRole = (rules: object) =>
      RolePolicy.safeParse({ ...aPolicy(), fields: { contact: rules, deal: {}, task: {} } }).success;
    expect(isRole({ phones: 'hidden', 'custom.birthday': 'hidden', lastName: 'readonly' })).toBe(true);
    for (const wrong of [
      { lastName: 'hidden' },
      { id: 'readonly' },
      { ownerId: 'hidden' },
      { __proto__x: 'hidden' },
      { 'custom.a.b': 'hidden' },
      { phones: 'seen' },
    ])
      expect(isRole(wrong)).toBe(false);
  });
});

describe('permissions', () => {
  const mails: SettingPermission[] = ['mail:read', 'mail:write', 'submissions:read', 'submissions:write'];
  const reader = (reach: Reach, fields = {}, deals: Reach = 'all') =>
    who([
      aPolicy({
        contact: rightsIn([reach, 'none', 'none', 'none', 'none'], true),
        deal: rightsIn([deals, 'none', 'none', 'none', 'none'], true),
        fields,
        settings: mails,
      }),
    ]);
  const mailsOf = (one: Who) => permissionsOf(one).filter((name) => mails.some((one) => one === name));

  it('of mails and submissions are for who reads every contact whole', () => {
    expect(mailsOf(reader('all'))).toEqual([
      'submissions:read',
      'submissions:write',
      'mail:read',
      'mail:write',
    ]);
    for (const reach of ['none', 'own', 'team'] as const) expect(mailsOf(reader(reach))).toEqual([]);
    expect(mailsOf(reader('all', { contact: { 'custom.birthday': 'hidden' } }))).toEqual([]);
    expect(
      mailsOf(reader('all', { contact: { phones: 'readonly' }, deal: { amountCents: 'hidden' } })),
    ).toEqual(mailsOf(reader('all')));
    const posts = ['submissions:read', 'submissions:write'];
    for (const deals of ['none', 'own', 'team'] as const)
      expect(mailsOf(reader('all', {}, deals))).toEqual(posts); // mails to owners name deals
  });

  it('to read activities come with contacts or deals', () => {
    const reads = (given: Parameters<typeof aPolicy>[0]) =>
      permissionsOf(who([aPolicy(given)])).includes('activities:read');
    expect(reads({ contact: everyVerb('own') })).toBe(true);
    expect(reads({ deal: everyVerb('own') })).toBe(true);
    expect(reads({ task: everyVerb('all'), activity: everyVerb('all') })).toBe(false);
  });
});

describe('built-in roles', () => {
  test.each(builtinRoles)('%s is a policy that a workspace could have made', (role) =>
    expect(RolePolicy.safeParse(builtinPolicy(role)).success).toBe(true),
  );
  test.each(builtinRoles)('%s changes, deletes and exports no record that it does not see', (role) => {
    const one = who([builtinPolicy(role) as RolePolicy]);
    const all = governed.flatMap((right) => ownerClasses.map((owner) => ({ ...right, owner })));
    const blind = all
      .filter(({ kind, verb, owner }) => verb !== 'create' && may(one, kind, verb, owner))
      .filter(({ kind, owner }) => !may(one, kind, 'read', owner));
    expect(blind).toEqual([]);
  });
  it('admin has every permission there is', () =>
    expect(permissionsOf(who([builtinPolicy('admin') as RolePolicy])).toSorted()).toEqual(
      [...Permission.options].sort(),
    ));
});

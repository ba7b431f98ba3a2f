import { hideable } from './hideable.ts';
import {
  type FieldKind,
  type GovernedKind,
  governedKinds,
  type Permission,
  type Reach,
  type RolePolicy,
  reaches,
  recordPermission,
  settingResources,
  toldBesides,
  type Verb,
  verbs,
} from './policy.ts';

/** What somebody may do in a workspace, as data. Roles add up: each is asked by itself, and one that allows is enough. */
export type Rights = {
  roles: readonly RolePolicy[];
  /** An API key's own roles: what it may at most, whatever its user may. */
  cap?: readonly RolePolicy[] | undefined;
  /** An API key's permissions, where it is held to some. */
  scopes?: readonly Permission[] | undefined;
  /** The teams that the user is in or manages, and everybody in them. */
  teamIds: readonly string[];
  circle: ReadonlySet<string>;
};
/** Who asks: a user's id and rights. */
export type Who = { id: string; rights: Rights };

const rank = (reach: Reach) => reaches.indexOf(reach);
const reachIn = ({ records }: RolePolicy, kind: GovernedKind, verb: Verb): Reach => {
  const { [kind]: rights } = records;
  if (!rights) return 'none';
  return verb in rights ? rights[verb as 'edit'] : 'all'; // an activity is read as its contact is
};

function covers(
  role: RolePolicy,
  kind: GovernedKind,
  verb: Verb,
  owner: string | undefined,
  who: Who,
): boolean {
  const reach = reachIn(role, kind, verb);
  if (reach === 'all') return true;
  if (reach === 'none') return false;
  if (owner === undefined) return role.records[kind]?.unassigned === true;
  return owner === who.id || (reach === 'team' && who.rights.circle.has(owner));
}

/** A user's roles, and a key's: each must allow. */
const groups = ({ roles, cap }: Rights) => (cap ? [roles, cap] : [roles]);
const inScopes = ({ scopes }: Rights, permission: Permission) =>
  scopes === undefined || scopes.includes(permission);

/** Whether one may do this to a record of this owner (undefined: nobody's). An activity's owner is its author. */
export const mayTouch = (who: Who, kind: GovernedKind, verb: Verb, owner: string | undefined): boolean =>
  inScopes(who.rights, recordPermission(kind, verb)) &&
  groups(who.rights).every((roles) => roles.some((role) => covers(role, kind, verb, owner, who)));

/** How far one's right to do this goes at most; `unassigned`: nobody's records too. */
export function reachOf(who: Who, kind: GovernedKind, verb: Verb): { reach: Reach; unassigned: boolean } {
  if (!inScopes(who.rights, recordPermission(kind, verb))) return { reach: 'none', unassigned: false };
  const furthest = groups(who.rights).map((roles) =>
    Math.max(0, ...roles.map((role) => rank(reachIn(role, kind, verb)))),
  );
  const reach = reaches[Math.min(...furthest)] ?? 'none';
  return { reach, unassigned: reach !== 'none' && mayTouch(who, kind, verb, undefined) };
}

const namesWith = (role: RolePolicy, kind: FieldKind, rules: readonly string[]) =>
  Object.entries(role.fields[kind] ?? {}).flatMap(([name, rule]) =>
    rules.includes(rule) ? [name, ...(toldBesides[kind]?.[name] ?? [])] : [],
  );

/** Whether rules for these names hold for a field: `custom` is all of `custom.<name>`. */
const isHeld = (names: readonly string[], name: string) =>
  names.includes(name) || (name.startsWith('custom.') && names.includes('custom'));

/** Whether a field is among those that are hidden. */
export const isHiddenIn = (hidden: ReadonlySet<string>, name: string): boolean => isHeld([...hidden], name);

/** Fields that each of the roles that reach the record holds back: another role's record shows by another role's rules. */
function heldBack(
  who: Who,
  kind: FieldKind,
  verb: Verb,
  owner: string | undefined,
  rules: readonly string[],
) {
  const names = groups(who.rights).flatMap((roles) => {
    const reaching = roles.filter((role) => covers(role, kind, verb, owner, who));
    const held = (reaching.length > 0 ? reaching : roles).map((role) => namesWith(role, kind, rules));
    return held.flat().filter((name) => held.every((names) => isHeld(names, name)));
  });
  return new Set(names);
}

/** Fields of this owner's record that one may not see; `custom.<name>` is one of its custom fields. */
export const hiddenFields = (who: Who, kind: FieldKind, owner: string | undefined): ReadonlySet<string> =>
  heldBack(who, kind, 'read', owner, ['hidden']);
/** Fields that one may not set: those that are read-only, and those that one does not see. */
export const lockedFields = (
  who: Who,
  kind: FieldKind,
  verb: 'create' | 'edit',
  owner: string | undefined,
): ReadonlySet<string> =>
  new Set([...heldBack(who, kind, verb, owner, ['hidden', 'readonly']), ...hiddenFields(who, kind, owner)]);

const somebody = ' ';
/** Fields that are hidden in any record that one may read: nothing may be filtered, sorted, summed or grouped by them. */
export function hiddenAnywhere(who: Who, kind: FieldKind): ReadonlySet<string> {
  const mate = [...who.rights.circle].find((id) => id !== who.id);
  const owners = [who.id, undefined, somebody, ...(mate ? [mate] : [])];
  const seen = owners.filter((owner) => mayTouch(who, kind, 'read', owner));
  return new Set(seen.flatMap((owner) => [...hiddenFields(who, kind, owner)]));
}

/**
 * Fields that nothing beside the records may tell either, such as a mail, which says what its writer wrote: who reads no record
 * of the kind sees none of its fields.
 */
export const hiddenBeside = (who: Who, kind: FieldKind): ReadonlySet<string> =>
  reachOf(who, kind, 'read').reach === 'none' ? new Set(hideable[kind]) : hiddenAnywhere(who, kind);

/**
 * Mails and posts of forms stand in lists of the whole workspace and say whatever people wrote: who reads them must be
 * one who may read every contact whole.
 */
const wantsAllContacts = new Set<Permission>([
  'mail:read',
  'mail:write',
  'submissions:read',
  'submissions:write',
]);
const readsAllContacts = (who: Who) =>
  reachOf(who, 'contact', 'read').reach === 'all' && hiddenAnywhere(who, 'contact').size === 0;
/** Mails that Rapport sends name deals as well. */
const seesWhatItShows = (who: Who, name: Permission) =>
  !wantsAllContacts.has(name) ||
  (readsAllContacts(who) && (!name.startsWith('mail:') || reachOf(who, 'deal', 'read').reach === 'all'));

/** An activity is read where its contact or a deal is. */
const mayAtAll = (who: Who, kind: GovernedKind, verb: Verb): boolean =>
  reachOf(who, kind, verb).reach !== 'none' &&
  (kind !== 'activity' ||
    verb !== 'read' ||
    mayAtAll(who, 'contact', 'read') ||
    mayAtAll(who, 'deal', 'read'));

/** Everything that one may do to at least some record, and to the workspace's settings. */
export function permissionsOf(who: Who): Permission[] {
  const { rights } = who;
  const ofRecords = governedKinds.flatMap((kind) =>
    verbs.filter((verb) => mayAtAll(who, kind, verb)).map((verb) => recordPermission(kind, verb)),
  );
  const settings = settingResources
    .flatMap((resource) => [`${resource}:read`, `${resource}:write`] as const)
    .filter((name) => groups(rights).every((roles) => roles.some((role) => role.settings.includes(name))))
    .filter((name) => inScopes(rights, name))
    .filter((name) => seesWhatItShows(who, name));
  return [...ofRecords, ...settings];
}

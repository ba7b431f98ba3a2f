import { hideable } from '../../../../../../shared/core/hideable.ts';
import type { Reach, Role, RolePolicy, SettingPermission } from '../../../../../client/src/index.ts';

export const reaches = ['none', 'own', 'team', 'all'] as const satisfies Reach[];
export const verbs = ['read', 'create', 'edit', 'delete', 'export'] as const;
export type Verb = (typeof verbs)[number];

/** The kinds of record of a policy, in the order in which they are offered. */
export const policyKinds = [
  'contact',
  'company',
  'deal',
  'task',
  'activity',
  'ticket',
  'order',
  'product',
  'promise',
] as const satisfies (keyof RolePolicy['records'])[];
export type PolicyKind = (typeof policyKinds)[number];
export type Rights = { [V in Verb]: Reach } & { unassigned: boolean };

const nothing: Rights = {
  read: 'none',
  create: 'none',
  edit: 'none',
  delete: 'none',
  export: 'none',
  unassigned: false,
};
/** What a policy allows of a kind; nothing where it does not name it. An activity is read as its contact is. */
export const rightsOf = (records: RolePolicy['records'], kind: PolicyKind): Rights => ({
  ...nothing,
  ...(kind === 'activity' && { read: 'all' }),
  ...records[kind],
});

const rank = (reach: Reach) => reaches.indexOf(reach);
const heldToRead = ['edit', 'delete', 'export'] as const;
/** Whether a reach may be chosen: nothing is edited, deleted or exported further than it is read. */
export const canReach = (rights: Rights, verb: Verb, reach: Reach): boolean =>
  !heldToRead.some((held) => held === verb) || rank(reach) <= rank(rights.read);

/** The rights with another reach; who reads less also edits, deletes and exports less. */
export function withReach(rights: Rights, verb: Verb, reach: Reach): Rights {
  const next = { ...rights, [verb]: reach };
  if (verb !== 'read') return next;
  const lowered = heldToRead.map((held) => [held, rank(next[held]) > rank(reach) ? reach : next[held]]);
  return { ...next, ...Object.fromEntries(lowered) };
}

/** The records of a policy with other rights of a kind. */
export function withRights(
  records: RolePolicy['records'],
  kind: PolicyKind,
  rights: Rights,
): RolePolicy['records'] {
  const { read, ...others } = rights;
  return { ...records, [kind]: kind === 'activity' ? others : { read, ...others } };
}

/** What is read or written as a whole. */
export const resources = [
  'pipelines',
  'fields',
  'segments',
  'forms',
  'submissions',
  'templates',
  'mail',
  'users',
  'teams',
  'roles',
  'keys',
  'webhooks',
  'workspaces',
  'audit',
  'erasures',
  'rules',
  'reports',
] as const;
export type Resource = (typeof resources)[number];
export const levels = ['none', 'read', 'write'] as const;
export type Level = (typeof levels)[number];

export const levelOf = (settings: readonly SettingPermission[], resource: Resource): Level =>
  settings.includes(`${resource}:write`) ? 'write' : settings.includes(`${resource}:read`) ? 'read' : 'none';

/** The permissions with another level of a resource: who writes it reads it. */
export function withLevel(
  settings: readonly SettingPermission[],
  resource: Resource,
  level: Level,
): SettingPermission[] {
  const others = settings.filter((permission) => !permission.startsWith(`${resource}:`));
  if (level === 'none') return others;
  return level === 'read'
    ? [...others, `${resource}:read`]
    : [...others, `${resource}:read`, `${resource}:write`];
}

/** Kinds whose fields a role can hold back. */
export const ruledKinds = ['contact', 'company', 'deal', 'task', 'ticket', 'order', 'product'] as const;
export type RuledKind = (typeof ruledKinds)[number];
export const canHide = (kind: RuledKind, field: string): boolean =>
  (hideable[kind] as readonly string[]).includes(field) || field.startsWith('custom.');

const opening = [
  'roles:write',
  'users:write',
  'teams:write',
  'keys:write',
  'webhooks:write',
  'erasures:write',
  'audit:read',
] as const satisfies SettingPermission[];
export type Warning = (typeof opening)[number] | 'export' | 'delete' | 'closed';

/** What a policy opens that is worth a second look. */
export function warningsOf({ records, fields, settings }: Role['policy']): Warning[] {
  const reachesAll = (verb: Verb) =>
    policyKinds.some((kind) => kind !== 'activity' && rightsOf(records, kind)[verb] === 'all');
  const readsWhole =
    rightsOf(records, 'contact').read === 'all' &&
    Object.values(fields.contact ?? {}).every((rule) => rule !== 'hidden');
  const wantsWritings = settings.includes('mail:read') || settings.includes('submissions:read');
  return [
    ...opening.filter((permission) => settings.includes(permission)),
    ...(reachesAll('export') ? (['export'] as const) : []),
    ...(reachesAll('delete') ? (['delete'] as const) : []),
    ...(wantsWritings && !readsWhole ? (['closed'] as const) : []),
  ];
}

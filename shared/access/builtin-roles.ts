import {
  type Reach,
  type RecordRights,
  type RolePolicy,
  type SettingPermission,
  settingResources,
} from '../core/policy.ts';

export const builtinRoles = ['admin', 'manager', 'rep', 'support', 'marketing', 'readonly'] as const;
export type BuiltinRole = (typeof builtinRoles)[number];

/** In the order read, create, edit, delete, export. */
const rights = (
  [read, create, edit, remove, leave]: [Reach, Reach, Reach, Reach, Reach],
  unassigned = true,
): RecordRights => ({ read, create, edit, delete: remove, export: leave, unassigned });
const everything = rights(['all', 'all', 'all', 'all', 'all']);
const looking = rights(['all', 'none', 'none', 'none', 'none']);
const written = ({ read: _, ...rest }: RecordRights) => rest;

/** What everybody needs to read the rest by: who is who, and where a deal stands. */
const seen: SettingPermission[] = [
  'pipelines:read',
  'fields:read',
  'segments:read',
  'users:read',
  'teams:read',
  'workspaces:read',
];
const tools: SettingPermission[] = [
  ...seen,
  'forms:read',
  'submissions:read',
  'templates:read',
  'mail:read',
  'rules:read',
];
const noFields = { contact: {}, deal: {}, task: {} };
/** Of those who see everything and change none of it. */
const lookedAt = { product: looking, order: looking, ticket: looking, promise: looking };

const policies: Record<BuiltinRole, RolePolicy> = {
  admin: {
    records: {
      contact: everything,
      company: everything,
      deal: everything,
      task: everything,
      activity: written(everything),
      promise: everything,
      product: everything,
      order: everything,
      ticket: everything,
    },
    fields: noFields,
    settings: settingResources.flatMap((resource) => [`${resource}:read`, `${resource}:write`] as const),
  },
  manager: {
    records: {
      contact: rights(['all', 'all', 'team', 'team', 'team']),
      deal: rights(['all', 'all', 'team', 'team', 'team']),
      task: rights(['all', 'all', 'team', 'team', 'team']),
      activity: written(rights(['all', 'all', 'team', 'team', 'team'])),
      company: rights(['all', 'all', 'team', 'team', 'team']),
      promise: rights(['all', 'all', 'team', 'team', 'team']),
      product: everything,
      order: rights(['all', 'all', 'team', 'team', 'team']),
      ticket: rights(['all', 'all', 'team', 'team', 'team']),
    },
    fields: noFields,
    settings: [
      ...tools,
      ...([
        'pipelines:write',
        'fields:write',
        'segments:write',
        'forms:write',
        'templates:write',
        'rules:write',
        'mail:write',
        'roles:read',
        'imports:read',
        'imports:write',
        'reports:read',
        'reports:write',
      ] as const),
    ],
  },
  rep: {
    records: {
      contact: rights(['team', 'team', 'own', 'none', 'none']),
      deal: rights(['team', 'team', 'own', 'none', 'none']),
      task: rights(['team', 'team', 'own', 'own', 'none']),
      activity: written(rights(['all', 'all', 'own', 'own', 'none'])),
      company: rights(['team', 'team', 'own', 'none', 'none']),
      promise: rights(['team', 'team', 'own', 'own', 'none']),
      product: looking,
      order: rights(['team', 'team', 'own', 'none', 'none']),
      ticket: rights(['team', 'team', 'own', 'none', 'none']),
    },
    fields: noFields,
    settings: [...seen, 'forms:read', 'templates:read'],
  },
  support: {
    records: {
      contact: rights(['all', 'all', 'all', 'none', 'none']),
      deal: looking,
      task: rights(['all', 'all', 'all', 'own', 'none']),
      activity: written(rights(['all', 'all', 'own', 'own', 'none'])),
      ...lookedAt,
      company: rights(['all', 'all', 'all', 'none', 'none']),
      ticket: rights(['all', 'all', 'all', 'own', 'none']),
    },
    fields: noFields,
    settings: tools,
  },
  marketing: {
    records: {
      contact: rights(['all', 'all', 'all', 'none', 'all']),
      deal: looking,
      task: rights(['own', 'all', 'own', 'own', 'none'], false),
      activity: written(rights(['all', 'all', 'own', 'own', 'none'])),
      ...lookedAt,
      company: rights(['all', 'all', 'all', 'none', 'all']),
    },
    fields: noFields,
    settings: [...tools, 'segments:write', 'forms:write', 'templates:write', 'rules:write', 'reports:read'],
  },
  readonly: {
    records: {
      ...lookedAt,
      contact: looking,
      company: looking,
      deal: looking,
      task: looking,
      activity: written(looking),
    },
    fields: noFields,
    settings: [...tools, 'roles:read', 'reports:read'],
  },
};

export const isBuiltin = (role: string): role is BuiltinRole => builtinRoles.includes(role as BuiltinRole);
/** Undefined for a role that the workspace made itself. */
export const builtinPolicy = (role: string): RolePolicy | undefined =>
  isBuiltin(role) ? policies[role] : undefined;

const words: Record<BuiltinRole, [name: string, description: string]> = {
  admin: ['Administrator', 'Everything.'],
  manager: ['Manager', 'Sees everything; changes what is the teams’ or nobody’s.'],
  rep: ['Sales rep', 'Sees the team’s and nobody’s; changes their own and what nobody has.'],
  support: ['Support', 'Answers every customer; sees deals and what was promised, and changes none.'],
  marketing: ['Marketing', 'Works with every contact; sees deals.'],
  readonly: ['Read-only', 'Sees everything, changes nothing.'],
};
/** A built-in role as the API shows it. */
export function builtinRole(id: BuiltinRole) {
  const [name, description] = words[id];
  return { id, name, description, builtIn: true, policy: policies[id] };
}

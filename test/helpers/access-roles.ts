import type { Kind, Person, Reach, Role, Verb } from './access-oracle.ts';

type Five = readonly [read: Reach, create: Reach, edit: Reach, remove: Reach, leave: Reach];
const five = ([read, create, edit, remove, leave]: Five): Record<Verb, Reach> => ({
  read,
  create,
  edit,
  delete: remove,
  export: leave,
});
const four = (create: Reach, edit: Reach, remove: Reach, leave: Reach) => ({
  create,
  edit,
  delete: remove,
  export: leave,
});
const all: Five = ['all', 'all', 'all', 'all', 'all'];
const looks: Five = ['all', 'none', 'none', 'none', 'none'];
const allTeam: Five = ['all', 'all', 'team', 'team', 'team'];
const nobodysToo: Record<Kind, boolean> = {
  contact: true,
  deal: true,
  task: true,
  activity: true,
  company: true,
  promise: true,
  product: true,
  order: true,
  ticket: true,
};
/** Of those who look at what others sell and promise. */
const looksAt = { product: five(looks), order: five(looks), ticket: five(looks), promise: five(looks) };

const basics = [
  'pipelines:read',
  'fields:read',
  'segments:read',
  'users:read',
  'teams:read',
  'workspaces:read',
];
const tools = [...basics, 'forms:read', 'submissions:read', 'templates:read', 'mail:read', 'rules:read'];
const every = [
  ['pipelines:read', 'pipelines:write'],
  ['fields:read', 'fields:write'],
  ['segments:read', 'segments:write'],
  ['webhooks:read', 'webhooks:write'],
  ['forms:read', 'forms:write'],
  ['submissions:read', 'submissions:write'],
  ['templates:read', 'templates:write'],
  ['mail:read', 'mail:write'],
  ['users:read', 'users:write'],
  ['teams:read', 'teams:write'],
  ['roles:read', 'roles:write'],
  ['keys:read', 'keys:write'],
  ['workspaces:read', 'workspaces:write'],
  ['audit:read', 'audit:write'],
  ['erasures:read', 'erasures:write'],
  ['imports:read', 'imports:write'],
  ['rules:read', 'rules:write'],
  ['reports:read', 'reports:write'],
].flat();

/** The built-in roles, as the product describes them. */
const builtIn = {
  admin: {
    contact: five(all),
    deal: five(all),
    task: five(all),
    activity: four('all', 'all', 'all', 'all'),
    company: five(all),
    promise: five(all),
    product: five(all),
    order: five(all),
    ticket: five(all),
    unassigned: nobodysToo,
    fields: {},
    settings: every,
  },
  manager: {
    contact: five(allTeam),
    deal: five(allTeam),
    task: five(allTeam),
    activity: four('all', 'team', 'team', 'team'),
    company: five(allTeam),
    promise: five(allTeam),
    product: five(all),
    order: five(allTeam),
    ticket: five(allTeam),
    unassigned: nobodysToo,
    fields: {},
    settings: [
      ...tools,
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
    ],
  },
  rep: {
    contact: five(['team', 'team', 'own', 'none', 'none']),
    deal: five(['team', 'team', 'own', 'none', 'none']),
    task: five(['team', 'team', 'own', 'own', 'none']),
    activity: four('all', 'own', 'own', 'none'),
    company: five(['team', 'team', 'own', 'none', 'none']),
    promise: five(['team', 'team', 'own', 'own', 'none']),
    product: five(looks),
    order: five(['team', 'team', 'own', 'none', 'none']),
    ticket: five(['team', 'team', 'own', 'none', 'none']),
    unassigned: nobodysToo,
    fields: {},
    settings: [...basics, 'forms:read', 'templates:read'],
  },
  support: {
    contact: five(['all', 'all', 'all', 'none', 'none']),
    deal: five(looks),
    task: five(['all', 'all', 'all', 'own', 'none']),
    activity: four('all', 'own', 'own', 'none'),
    ...looksAt,
    company: five(['all', 'all', 'all', 'none', 'none']),
    ticket: five(['all', 'all', 'all', 'own', 'none']),
    unassigned: nobodysToo,
    fields: {},
    settings: tools,
  },
  marketing: {
    contact: five(['all', 'all', 'all', 'none', 'all']),
    deal: five(looks),
    task: five(['own', 'all', 'own', 'own', 'none']),
    activity: four('all', 'own', 'own', 'none'),
    ...looksAt,
    company: five(['all', 'all', 'all', 'none', 'all']),
    unassigned: { ...nobodysToo, task: false },
    fields: {},
    settings: [...tools, 'segments:write', 'forms:write', 'templates:write', 'rules:write', 'reports:read'],
  },
  readonly: {
    contact: five(looks),
    deal: five(looks),
    task: five(looks),
    activity: four('none', 'none', 'none', 'none'),
    ...looksAt,
    company: five(looks),
    unassigned: nobodysToo,
    fields: {},
    settings: [...tools, 'roles:read', 'reports:read'],
  },
} as const satisfies Record<string, Role>;

const own: Five = ['own', 'own', 'own', 'own', 'own'];
const team: Five = ['team', 'team', 'team', 'team', 'team'];
const none: Kind[] = [];
const nobodys = (kinds: Kind[]): Partial<Record<Kind, boolean>> =>
  Object.fromEntries(kinds.map((kind) => [kind, true]));
/** The same of every kind that came later; `auditor` and `dealsOnly` are as roles were before they came. */
const laterKinds = (reaches: Five) => ({
  company: five(reaches),
  promise: five(reaches),
  product: five(reaches),
  order: five(reaches),
  ticket: five(reaches),
});
const desk = [...tools, 'mail:write'];

/** Roles that the workspace made itself. */
export const custom = {
  ownOnly: {
    contact: five(own),
    deal: five(own),
    task: five(own),
    activity: four('own', 'own', 'own', 'own'),
    ...laterKinds(own),
    unassigned: nobodys(none),
    fields: {},
    settings: [...desk, 'erasures:write'],
  },
  teamHidden: {
    contact: five(team),
    deal: five(team),
    task: five(team),
    activity: four('team', 'team', 'team', 'team'),
    ...laterKinds(team),
    unassigned: nobodys(['contact', 'deal', 'company', 'product']),
    fields: {
      contact: { hidden: ['emails', 'phones'] },
      deal: { hidden: ['amountCents'] },
      company: { hidden: ['domains'] },
      product: { hidden: ['prices'] },
      order: { hidden: ['items', 'amountCents'] },
      ticket: { hidden: ['description'] },
      promise: { hidden: ['custom'] },
    },
    settings: desk,
  },
  allReadonlyFields: {
    contact: five(all),
    deal: five(all),
    task: five(all),
    activity: four('all', 'all', 'all', 'all'),
    ...laterKinds(all),
    unassigned: nobodysToo,
    fields: {
      contact: { readonly: ['jobTitle'] },
      deal: { readonly: ['amountCents'] },
      company: { readonly: ['industry'] },
      product: { readonly: ['prices'] },
      order: { readonly: ['amountCents'] },
      ticket: { readonly: ['description'] },
      promise: { readonly: ['status'] },
    },
    settings: desk,
  },
  /** With `overview` it adds up to: one's own whole, the rest without private fields. */
  seller: {
    contact: five(own),
    deal: five(own),
    task: five(own),
    activity: four('own', 'own', 'none', 'none'),
    ...laterKinds(own),
    unassigned: nobodys(['task']),
    fields: {},
    settings: basics,
  },
  overview: {
    contact: five(looks),
    deal: five(looks),
    task: five(['team', 'none', 'none', 'none', 'none']),
    activity: four('none', 'none', 'none', 'none'),
    ...laterKinds(looks),
    unassigned: nobodys(none),
    fields: {
      contact: { hidden: ['emails', 'phones', 'custom'] },
      deal: { hidden: ['amountCents', 'contactId'] },
      task: { hidden: ['note'] },
      company: { hidden: ['domains', 'custom'] },
      product: { hidden: ['custom'] },
      order: { hidden: ['items', 'custom'] },
      ticket: { hidden: ['description', 'custom'] },
      promise: { hidden: ['custom'] },
    },
    settings: ['submissions:read', 'mail:read', 'roles:read'],
  },
  /** Sees deals and nobody they are with. */
  dealsOnly: {
    contact: five(['none', 'none', 'none', 'none', 'none']),
    deal: five(all),
    task: five(['none', 'none', 'none', 'none', 'none']),
    activity: four('none', 'none', 'none', 'none'),
    unassigned: nobodysToo,
    fields: {},
    settings: desk,
  },
  /** Reads the log, and of the contacts and deals a part. */
  auditor: {
    contact: five(['all', 'none', 'none', 'none', 'none']),
    deal: five(['team', 'none', 'none', 'none', 'none']),
    task: five(['none', 'none', 'none', 'none', 'none']),
    activity: four('none', 'none', 'none', 'none'),
    unassigned: nobodys(none),
    fields: { contact: { hidden: ['phones', 'custom'] } },
    settings: ['audit:read', 'erasures:read', 'keys:read'],
  },
} as const satisfies Record<string, Role>;
export type CustomRole = keyof typeof custom;
type BuiltIn = keyof typeof builtIn;
export type RoleName = CustomRole | BuiltIn;
const roleNamed = (name: RoleName): Role => ({ ...builtIn, ...custom })[name];

export type Named = { roles: RoleName[]; cap?: RoleName[]; scopes?: string[] };
/** Everybody of the matrix: each built-in role, the custom ones, two that add up, and keys. */
export const people = {
  admin: { roles: ['admin'] },
  manager: { roles: ['manager'] },
  rep: { roles: ['rep'] },
  support: { roles: ['support'] },
  marketing: { roles: ['marketing'] },
  readonly: { roles: ['readonly'] },
  ownOnly: { roles: ['ownOnly'] },
  teamHidden: { roles: ['teamHidden'] },
  allReadonlyFields: { roles: ['allReadonlyFields'] },
  sellerWithOverview: { roles: ['seller', 'overview'] },
  dealsOnly: { roles: ['dealsOnly'] },
  auditor: { roles: ['auditor'] },
  keyCappedReadonly: { roles: ['rep'], cap: ['readonly'] },
  keyScopedContactsRead: { roles: ['admin'], scopes: ['contacts:read'] },
  keyScopedExport: { roles: ['admin'], scopes: ['contacts:read', 'contacts:export', 'deals:read'] },
} as const satisfies Record<
  string,
  { roles: readonly RoleName[]; cap?: readonly RoleName[]; scopes?: readonly string[] }
>;
export type PersonName = keyof typeof people;
export const personNames = Object.keys(people) as PersonName[];

export function personNamed(name: PersonName): Person {
  const { roles, cap, scopes } = people[name] as unknown as Named;
  return {
    roles: roles.map(roleNamed),
    ...(cap && { cap: cap.map(roleNamed) }),
    ...(scopes && { scopes }),
  };
}

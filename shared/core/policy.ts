import * as z from 'zod';
import { hideable } from './hideable.ts';

/** Whose records: nobody's, one's own, those of one's teams, everybody's. Each includes the ones before it. */
export const reaches = ['none', 'own', 'team', 'all'] as const;
export const Reach = z.enum(reaches);
export type Reach = z.infer<typeof Reach>;
export const verbs = ['read', 'create', 'edit', 'delete', 'export'] as const;
export type Verb = (typeof verbs)[number];

/** Kinds of record that somebody owns: a role says of each whose one may touch. An activity is its author's, a product nobody's. */
export const governedKinds = [
  'contact',
  'company',
  'deal',
  'task',
  'activity',
  'promise',
  'product',
  'order',
  'ticket',
] as const;
export type GovernedKind = (typeof governedKinds)[number];
/** Those with a page of their own: all but activities, which stand on the pages of their contact and deals. */
export const pageKinds = [
  'contact',
  'company',
  'deal',
  'task',
  'ticket',
  'order',
  'product',
  'promise',
] as const satisfies GovernedKind[];
export type PageKind = (typeof pageKinds)[number];

/** What is read or written as a whole, by permission alone. */
export const settingResources = [
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
  'workspaces',
  'webhooks',
  'audit',
  'erasures',
  'imports',
  'rules',
  'reports',
] as const;
const settingPermissions = settingResources.flatMap(
  (resource) => [`${resource}:read`, `${resource}:write`] as const,
);
export const SettingPermission = z.enum(settingPermissions);
export type SettingPermission = z.infer<typeof SettingPermission>;

export const resourceOf = {
  contact: 'contacts',
  company: 'companies',
  deal: 'deals',
  task: 'tasks',
  activity: 'activities',
  promise: 'promises',
  product: 'products',
  order: 'orders',
  ticket: 'tickets',
} as const satisfies Record<GovernedKind, string>;
export type RecordPermission = `${(typeof resourceOf)[GovernedKind]}:${Verb}`;
export const recordPermission = (kind: GovernedKind, verb: Verb): RecordPermission =>
  `${resourceOf[kind]}:${verb}`;
/** What a route asks for before it looks at any record, and what an API key may be limited to. */
export type Permission = RecordPermission | SettingPermission;
const recordPermissions = governedKinds.flatMap((kind) => verbs.map((verb) => recordPermission(kind, verb)));
export const Permission = z.enum([...recordPermissions, ...settingPermissions]);

const unassigned = z
  .boolean()
  .default(false)
  .describe('Whether the records of nobody are in reach as well; with `all` they always are.');
export const RecordRights = z.strictObject({
  read: Reach,
  create: Reach.describe('Whom a new record, or one that is handed on, may be given to.'),
  edit: Reach,
  delete: Reach,
  export: Reach,
  unassigned,
});
export type RecordRights = z.infer<typeof RecordRights>;

/** `hidden`: in no answer, and not to be set, filtered or sorted by. `readonly`: seen, not set. */
export const FieldRule = z.enum(['hidden', 'readonly']);
const always = ['id', 'version', 'createdAt', 'updatedAt'];
export type FieldKind = keyof typeof hideable;
export const fieldKinds = Object.keys(hideable) as FieldKind[];
/** Fields that say another's value, and set it: what a role holds back of the one it holds back of them. */
export const toldBesides: { [K in FieldKind]?: Readonly<Record<string, readonly string[]>> } = {
  deal: { amountCents: ['items'] },
  order: { amountCents: ['items'] },
};
export const hasHideable = (kind: string): kind is FieldKind => Object.hasOwn(hideable, kind);
type Mask<K extends FieldKind> = { [Name in (typeof hideable)[K][number]]: true };
/** The fields of a kind that an answer may lack, for its contract to say so. */
export const maskOf = <K extends FieldKind>(kind: K) =>
  Object.fromEntries(hideable[kind].map((name) => [name, true])) as Mask<K>;
const custom = /^custom\.[a-z][A-Za-z0-9_]{0,63}$/;
const rulesOf = (kind: FieldKind) =>
  z
    .record(z.string().max(80), FieldRule)
    .superRefine((rules, { addIssue }) => {
      const known = new Set<string>(hideable[kind]);
      for (const [name, rule] of Object.entries(rules)) {
        const isKnown = known.has(name) || (known.has('custom') && custom.test(name));
        if (isKnown || (rule === 'readonly' && !always.includes(name))) continue;
        const message = `A role can hide ${[...known].join(', ')} of a ${kind}.`;
        addIssue({ code: 'custom', path: [name], message, input: name });
      }
    })
    .default({});

/** Of a kind that a role does not name nothing is in its reach: kinds that come later open no door to old roles. */
const later = RecordRights.optional();
const laterRules = (kind: FieldKind) => rulesOf(kind).unwrap().optional();

/** What a role allows. Data: a workspace makes its own. */
export const RolePolicy = z.strictObject({
  records: z.strictObject({
    contact: RecordRights,
    deal: RecordRights,
    task: RecordRights,
    activity: RecordRights.omit({ read: true }).describe(
      'It is read by who may read its contact or a deal of it.',
    ),
    company: later,
    promise: later,
    product: later.describe('Products are nobody’s: `all`, or `unassigned`, reaches them.'),
    order: later,
    ticket: later,
  }),
  fields: z
    .strictObject({
      contact: rulesOf('contact'),
      deal: rulesOf('deal'),
      task: rulesOf('task'),
      company: laterRules('company'),
      promise: laterRules('promise'),
      product: laterRules('product'),
      order: laterRules('order'),
      ticket: laterRules('ticket'),
    })
    .default({ contact: {}, deal: {}, task: {} }),
  settings: z.array(SettingPermission).max(settingPermissions.length).default([]),
});
export type RolePolicy = z.infer<typeof RolePolicy>;

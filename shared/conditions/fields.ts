import type { GovernedKind } from '../core/policy.ts';

/** What a field holds, for which comparisons there are of it; lists are compared by their values. */
export type FieldType =
  | { type: 'text' | 'number' | 'date' | 'instant' | 'boolean' | 'id' | 'any' }
  | { type: 'choice'; values: readonly string[] };
/** The fields that a condition may name, by their paths. */
export type Fields = ReadonlyMap<string, FieldType>;

const text: FieldType = { type: 'text' };
const number: FieldType = { type: 'number' };
const date: FieldType = { type: 'date' };
const instant: FieldType = { type: 'instant' };
const yesNo: FieldType = { type: 'boolean' };
const id: FieldType = { type: 'id' };
const choice = (...values: string[]): FieldType => ({ type: 'choice', values });

const every = {
  id,
  ownerId: id,
  createdAt: instant,
  updatedAt: instant,
  tags: text,
  externalId: text,
};
const sourced = { 'source.kind': text, 'source.id': text, leadSource: text, campaign: text };
const priced = { amountCents: number, currency: text };

/** Of each kind; its custom fields are added by who asks (`custom.<key>`). */
const catalogue: Record<Exclude<GovernedKind, 'activity'>, Record<string, FieldType>> = {
  contact: {
    ...every,
    ...sourced,
    firstName: text,
    lastName: text,
    company: text,
    companyId: id,
    jobTitle: text,
    'emails.address': text,
    'emails.label': text,
    'emails.bouncedAt': instant,
    'phones.number': text,
    'phones.label': text,
    'phones.type': choice('mobile', 'work', 'home', 'fax', 'other'),
    lifecycle: choice('lead', 'qualified', 'customer', 'former'),
    language: text,
    timeZone: text,
    birthday: date,
    score: number,
    lastOrderAt: instant,
    orderCount: number,
    risk: number,
    riskBand: choice('low', 'medium', 'high'),
    nextContactOn: date,
    lastActivityAt: instant,
    lastTouchedAt: instant,
    'addresses.city': text,
    'addresses.postalCode': text,
    'addresses.country': text,
  },
  company: {
    ...every,
    name: text,
    domains: text,
    parentId: id,
    website: text,
    description: text,
    industry: text,
    employees: number,
    annualRevenueCents: number,
    'addresses.city': text,
    'addresses.postalCode': text,
    'addresses.country': text,
  },
  deal: {
    ...every,
    ...sourced,
    ...priced,
    name: text,
    contactId: id,
    companyId: id,
    pipelineId: id,
    stageId: text,
    status: choice('open', 'won', 'lost'),
    stageEnteredAt: instant,
    expectedCloseOn: date,
    openedOn: date,
    closedAt: instant,
    lostReason: text,
    wonReason: text,
    'items.productId': id,
    'items.name': text,
  },
  task: {
    ...every,
    title: text,
    note: text,
    dueOn: date,
    status: choice('open', 'done'),
    completedAt: instant,
    contactId: id,
    companyId: id,
    dealId: id,
  },
  product: {
    id,
    createdAt: instant,
    updatedAt: instant,
    tags: text,
    externalId: text,
    name: text,
    sku: text,
    category: text,
    unit: text,
    active: yesNo,
  },
  order: {
    ...every,
    ...priced,
    number: text,
    note: text,
    status: choice('placed', 'paid', 'fulfilled', 'cancelled', 'refunded'),
    contactId: id,
    companyId: id,
    dealId: id,
    placedAt: instant,
    'items.productId': id,
    'items.name': text,
  },
  ticket: {
    ...every,
    subject: text,
    description: text,
    channel: choice('email', 'phone', 'web', 'chat', 'api'),
    status: choice('open', 'pending', 'solved', 'closed'),
    priority: choice('urgent', 'high', 'normal', 'low'),
    contactId: id,
    companyId: id,
    dealId: id,
    firstResponseAt: instant,
    solvedAt: instant,
    closedAt: instant,
  },
  promise: {
    ...every,
    text,
    status: choice('open', 'kept', 'broken'),
    dueOn: date,
    dealId: id,
    contactId: id,
    keptAt: instant,
    brokenAt: instant,
  },
};
export type ConditionKind = keyof typeof catalogue;
/** What a contact has bought (`shared/orders/purchases.ts`), and what that says of them (`shared/risk/risk.ts`). */
export const boughtFields: readonly string[] = [
  'lastOrderAt',
  'orderCount',
  'risk',
  'riskBand',
  'nextContactOn',
];
/** What of a contact lies beside it: that, what last happened with it (`shared/contacts/contact-touch.ts`), and its score (`shared/scoring`). */
export const besideContacts: readonly string[] = [
  ...boughtFields,
  'lastActivityAt',
  'lastTouchedAt',
  'score',
];
/** Of a purpose that a workspace asks people for: `consents.newsletter.status`. */
const consentForm = /^consents\.[a-z][a-z0-9_]{0,39}\.(status|at)$/;
const consentFields = (kind: ConditionKind, paths: readonly string[]) =>
  (kind === 'contact' ? paths : []).flatMap((path): [string, FieldType][] => {
    const [, part] = consentForm.exec(path) ?? [];
    if (part === undefined) return [];
    return [[path, part === 'at' ? instant : choice('granted', 'withdrawn')]];
  });

const customTypes: Record<string, FieldType> = {
  number,
  date,
  checkbox: yesNo,
  user: id,
};
/** Custom fields by the names of their types (`shared/fields`); money is asked by its amount or its currency. */
const customFields = (declared: Record<string, string>): [string, FieldType][] =>
  Object.entries(declared).flatMap(([path, type]): [string, FieldType][] =>
    type === 'money'
      ? [
          [`${path}.amountCents`, number],
          [`${path}.currency`, text],
        ]
      : [[path, customTypes[type] ?? text]],
  );

/** The workspace's custom fields by their paths, and whether names that none declares may be asked for as well. */
type Custom = { declared?: Record<string, string>; accepts?: boolean };
/**
 * What a condition on records of this kind may name: its own fields and the workspace's custom ones. `paths`: those that it names; a
 * custom field that nobody declared may hold anything, and is compared in any way.
 */
export const fieldsOf = (
  kind: ConditionKind,
  paths: readonly string[] = [],
  { declared = {}, accepts = false }: Custom = {},
): Fields =>
  new Map([
    ...(accepts ? paths : [])
      .filter((path) => path.startsWith('custom.'))
      .map((path): [string, FieldType] => [path, { type: 'any' }]),
    ...consentFields(kind, paths),
    ...Object.entries(catalogue[kind]),
    ...customFields(declared),
  ]);

/**
 * Fields by the names that roles hide: `emails` for `emails.address`; of a custom field itself and all of them, as a role may
 * hide either.
 */
export const askedFields = (paths: readonly string[]): string[] => [
  ...new Set(
    paths.flatMap((path) => {
      const [name = '', part] = path.split('.');
      return name === 'custom' && part ? [name, `${name}.${part}`] : [name];
    }),
  ),
];

import type { Kind, ListedKind } from '../api/kinds.ts';
import type { en } from '../text/en.ts';
import type { FieldType } from './field-def.ts';

type Values = keyof (typeof en)['fields']['values'];
export type PartName = keyof (typeof en)['fields']['parts'];
type Part = { path: string; type: FieldType; values?: Values; of?: ListedKind };
/** A built-in field; its name in the catalogue of texts is its name here. */
export type Builtin = {
  name: keyof (typeof en)['fields']['names'];
  type: FieldType;
  values?: Values;
  of?: ListedKind;
  sort?: string;
  currencyIn?: string;
  isRequired?: true;
  isReadOnly?: true;
  isOnlyAsked?: true;
  /** What of it conditions name: itself where nothing is said. */
  parts?: readonly Part[];
  isNotAsked?: true;
};

const tail = [
  { name: 'externalId', type: 'text' },
  { name: 'createdAt', type: 'instant', sort: 'created', isReadOnly: true },
  { name: 'updatedAt', type: 'instant', sort: 'updated', isReadOnly: true },
] as const satisfies Builtin[];
const owner = { name: 'ownerId', type: 'user' } as const satisfies Builtin;
const tags = { name: 'tags', type: 'tags' } as const satisfies Builtin;
const contact = { name: 'contactId', type: 'record', of: 'contact' } as const satisfies Builtin;
const company = { name: 'companyId', type: 'record', of: 'company' } as const satisfies Builtin;
const deal = { name: 'dealId', type: 'record', of: 'deal' } as const satisfies Builtin;
const amount = {
  name: 'amountCents',
  type: 'money',
  currencyIn: 'currency',
  sort: 'amount',
  parts: [
    { path: 'amountCents', type: 'amount' },
    { path: 'currency', type: 'text' },
  ],
} as const satisfies Builtin;
const items = {
  name: 'items',
  type: 'items',
  parts: [
    { path: 'items.productId', type: 'record', of: 'product' },
    { path: 'items.name', type: 'text' },
  ],
} as const satisfies Builtin;
const addresses = {
  name: 'addresses',
  type: 'addresses',
  parts: [
    { path: 'addresses.city', type: 'text' },
    { path: 'addresses.postalCode', type: 'text' },
    { path: 'addresses.country', type: 'text' },
  ],
} as const satisfies Builtin;
const phoneParts = [
  { path: 'phones.number', type: 'text' },
  { path: 'phones.label', type: 'text' },
  { path: 'phones.type', type: 'choice', values: 'phoneType' },
] as const;
const leadSource = { name: 'leadSource', type: 'text' } as const satisfies Builtin;
const campaign = { name: 'campaign', type: 'text' } as const satisfies Builtin;
const source = {
  name: 'source',
  type: 'source',
  isReadOnly: true,
  parts: [
    { path: 'source.kind', type: 'choice', values: 'sourceKind' },
    { path: 'source.id', type: 'text' },
  ],
} as const satisfies Builtin;
const asked = { type: 'instant', isReadOnly: true, isOnlyAsked: true } as const;

/** The fields of each kind in the order in which a page shows them; what conditions may name of them is docs/conditions.md's. */
export const builtins: Record<Kind, readonly Builtin[]> = {
  contact: [
    { name: 'firstName', type: 'text' },
    { name: 'lastName', type: 'text', sort: 'name' },
    { name: 'jobTitle', type: 'text' },
    company,
    { name: 'company', type: 'text' },
    {
      name: 'emails',
      type: 'emails',
      parts: [
        { path: 'emails.address', type: 'text' },
        { path: 'emails.label', type: 'text' },
        { path: 'emails.bouncedAt', type: 'instant' },
      ],
    },
    { name: 'phones', type: 'phones', parts: phoneParts },
    { name: 'lifecycle', type: 'choice', values: 'lifecycle', isRequired: true },
    owner,
    tags,
    { name: 'score', type: 'number', sort: 'score' },
    { name: 'birthday', type: 'birthday', parts: [{ path: 'birthday', type: 'date' }] },
    addresses,
    { name: 'socialProfiles', type: 'socialProfiles', isNotAsked: true },
    { name: 'language', type: 'text' },
    { name: 'timeZone', type: 'text' },
    { name: 'consents', type: 'consents', isNotAsked: true },
    leadSource,
    campaign,
    source,
    { name: 'lastTouchedAt', ...asked },
    { name: 'lastActivityAt', ...asked },
    { name: 'lastOrderAt', ...asked },
    { name: 'orderCount', ...asked, type: 'number' },
    { name: 'risk', ...asked, type: 'number' },
    { name: 'riskBand', ...asked, type: 'choice', values: 'riskBand' },
    { name: 'nextContactOn', ...asked, type: 'date' },
    ...tail,
  ],
  company: [
    { name: 'name', type: 'text', sort: 'name', isRequired: true },
    { name: 'domains', type: 'texts' },
    { name: 'website', type: 'url' },
    { name: 'industry', type: 'text' },
    { name: 'employees', type: 'number' },
    {
      name: 'annualRevenueCents',
      type: 'money',
      currencyIn: 'currency',
      parts: [{ path: 'annualRevenueCents', type: 'amount' }],
    },
    { name: 'phones', type: 'phones', isNotAsked: true },
    addresses,
    { name: 'parentId', type: 'record', of: 'company' },
    owner,
    tags,
    { name: 'description', type: 'longText' },
    ...tail,
  ],
  deal: [
    { name: 'name', type: 'text', sort: 'name', isRequired: true },
    amount,
    { name: 'stageId', type: 'choice', isReadOnly: true },
    { name: 'pipelineId', type: 'choice', isReadOnly: true },
    { name: 'status', type: 'choice', values: 'dealStatus', isReadOnly: true },
    { name: 'expectedCloseOn', type: 'date', sort: 'closeOn' },
    { name: 'openedOn', type: 'date' },
    contact,
    company,
    owner,
    tags,
    items,
    { name: 'lostReason', type: 'text', isReadOnly: true },
    { name: 'wonReason', type: 'text', isReadOnly: true },
    { name: 'daysInStage', type: 'number', isReadOnly: true, isNotAsked: true },
    { name: 'nextPlannedAt', type: 'instant', isReadOnly: true, isNotAsked: true },
    { name: 'overdueSince', type: 'date', isReadOnly: true, isNotAsked: true },
    { name: 'idle', type: 'boolean', isReadOnly: true, isNotAsked: true },
    { name: 'stageEnteredAt', type: 'instant', isReadOnly: true },
    { name: 'closedAt', type: 'instant', isReadOnly: true },
    leadSource,
    campaign,
    source,
    ...tail,
  ],
  task: [
    { name: 'title', type: 'text', isRequired: true },
    { name: 'note', type: 'longText' },
    { name: 'dueOn', type: 'date', sort: 'due' },
    { name: 'status', type: 'choice', values: 'taskStatus', isReadOnly: true },
    owner,
    contact,
    company,
    deal,
    { name: 'remindAt', type: 'instant', isNotAsked: true },
    { name: 'repeats', type: 'choice', values: 'repeats', isNotAsked: true },
    tags,
    { name: 'completedAt', type: 'instant', isReadOnly: true },
    { name: 'origin', type: 'choice', values: 'origin', isReadOnly: true, isNotAsked: true },
    ...tail,
  ],
  order: [
    { name: 'number', type: 'text' },
    { name: 'status', type: 'choice', values: 'orderStatus', isRequired: true },
    amount,
    { name: 'placedAt', type: 'instant', sort: 'placed', isRequired: true },
    contact,
    company,
    deal,
    owner,
    items,
    tags,
    { name: 'note', type: 'longText' },
    ...tail,
  ],
  product: [
    { name: 'name', type: 'text', sort: 'name', isRequired: true },
    { name: 'sku', type: 'text' },
    { name: 'category', type: 'text' },
    { name: 'unit', type: 'text' },
    { name: 'prices', type: 'prices', isNotAsked: true },
    { name: 'active', type: 'boolean', isRequired: true },
    { name: 'description', type: 'longText', isNotAsked: true },
    tags,
    ...tail,
  ],
  ticket: [
    { name: 'subject', type: 'text', isRequired: true },
    { name: 'status', type: 'choice', values: 'ticketStatus', isRequired: true },
    { name: 'priority', type: 'choice', values: 'priority', sort: 'priority', isRequired: true },
    { name: 'channel', type: 'choice', values: 'channel', isRequired: true },
    contact,
    company,
    deal,
    owner,
    { name: 'description', type: 'longText' },
    tags,
    { name: 'firstResponseAt', type: 'instant' },
    { name: 'solvedAt', type: 'instant', isReadOnly: true },
    { name: 'closedAt', type: 'instant', isReadOnly: true },
    { name: 'reopened', type: 'number', isReadOnly: true, isNotAsked: true },
    ...tail,
  ],
  promise: [
    { name: 'text', type: 'longText', isRequired: true },
    { name: 'dueOn', type: 'date', sort: 'due', isRequired: true },
    { name: 'status', type: 'choice', values: 'promiseStatus', isRequired: true },
    { ...deal, isRequired: true },
    contact,
    owner,
    tags,
    { name: 'keptAt', type: 'instant', isReadOnly: true },
    { name: 'brokenAt', type: 'instant', isReadOnly: true },
    ...tail,
  ],
};

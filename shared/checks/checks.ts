import type { GovernedKind } from '../core/policy.ts';

/** Kinds of record that are checked: those whose projections are `checked` in the registry. */
export const checkedKinds = [
  'contact',
  'company',
  'deal',
  'task',
  'order',
  'ticket',
] as const satisfies GovernedKind[];
export type CheckedKind = (typeof checkedKinds)[number];

export const checkNames = [
  'stale',
  'unreachable',
  'unnamed',
  'required',
  'unowned',
  'bounced',
  'mistyped',
  'unlikely',
  'miswritten',
  'overdue',
  'orphan',
] as const;
export type CheckName = (typeof checkNames)[number];

/** What is checked of each kind, with the fields that an answer tells of: to whom one of them is hidden it is not told. */
export const checksOf: { readonly [K in CheckedKind]: { readonly [C in CheckName]?: readonly string[] } } = {
  contact: {
    stale: ['lifecycle'],
    unreachable: ['emails', 'phones'],
    unnamed: [],
    required: ['custom'],
    unowned: [],
    bounced: ['emails'],
    mistyped: ['emails'],
    unlikely: ['birthday'],
    miswritten: [],
  },
  company: { required: ['custom'], unowned: [], unlikely: [] },
  deal: {
    required: ['custom', 'amountCents', 'expectedCloseOn', 'contactId', 'companyId', 'items'],
    unowned: [],
    unlikely: ['amountCents', 'expectedCloseOn'],
    overdue: ['expectedCloseOn'],
    orphan: ['contactId', 'companyId'],
  },
  task: { required: ['custom'], unowned: [] },
  order: { required: ['custom'], unlikely: [], orphan: ['contactId', 'companyId'] },
  ticket: { required: ['custom'], unowned: [], orphan: ['contactId', 'companyId'] },
};

/** The fields that a check of a kind tells of; undefined where the kind has no such check. */
export const fieldsToldBy = (kind: CheckedKind, check: CheckName): readonly string[] | undefined =>
  checksOf[kind][check];

import type { IdKind } from '../core/ids.ts';
import type { GovernedKind } from '../core/policy.ts';
import type { Entry } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';

/** `clear`: the field is emptied. `goes`: the record is purged as well. `stays`: the id is part of what was. */
type Effect = 'clear' | 'goes' | 'stays';
/** A field (`items.productId`: of each of its objects) by which a record names another, and what that one's purge does. */
export type Reference = { of: GovernedKind; field: string; to: GovernedKind; effect: Effect };

/**
 * Every field of a record that names another, but for links, which go with either end. A test walks all schemas and fails at
 * one that is missing. Trashing does nothing here: the id stays, reading by it is 404, and a restored record is what it was.
 */
export const references: readonly Reference[] = [
  { of: 'contact', field: 'companyId', to: 'company', effect: 'clear' },
  { of: 'contact', field: 'mergedInto', to: 'contact', effect: 'goes' }, // they are one person
  { of: 'contact', field: 'mergedIds', to: 'contact', effect: 'stays' }, // they go with it alone
  { of: 'company', field: 'parentId', to: 'company', effect: 'clear' },
  { of: 'company', field: 'mergedInto', to: 'company', effect: 'goes' },
  { of: 'company', field: 'mergedIds', to: 'company', effect: 'stays' },
  { of: 'deal', field: 'contactId', to: 'contact', effect: 'clear' },
  { of: 'deal', field: 'companyId', to: 'company', effect: 'clear' },
  { of: 'deal', field: 'items.productId', to: 'product', effect: 'stays' },
  { of: 'task', field: 'contactId', to: 'contact', effect: 'clear' },
  { of: 'task', field: 'companyId', to: 'company', effect: 'clear' },
  { of: 'task', field: 'dealId', to: 'deal', effect: 'clear' },
  { of: 'task', field: 'followedBy', to: 'task', effect: 'stays' },
  { of: 'activity', field: 'contactId', to: 'contact', effect: 'goes' }, // it is read through its contact
  { of: 'activity', field: 'meeting.attendees.contactId', to: 'contact', effect: 'stays' },
  { of: 'activity', field: 'dealIds', to: 'deal', effect: 'clear' },
  { of: 'activity', field: 'rating.ticketId', to: 'ticket', effect: 'stays' }, // what was rated then
  { of: 'activity', field: 'rating.dealId', to: 'deal', effect: 'stays' },
  { of: 'promise', field: 'contactId', to: 'contact', effect: 'clear' },
  { of: 'promise', field: 'dealId', to: 'deal', effect: 'goes' },
  { of: 'order', field: 'contactId', to: 'contact', effect: 'clear' },
  { of: 'order', field: 'companyId', to: 'company', effect: 'clear' },
  { of: 'order', field: 'dealId', to: 'deal', effect: 'clear' },
  { of: 'order', field: 'items.productId', to: 'product', effect: 'stays' },
  { of: 'ticket', field: 'contactId', to: 'contact', effect: 'clear' },
  { of: 'ticket', field: 'companyId', to: 'company', effect: 'clear' },
  { of: 'ticket', field: 'dealId', to: 'deal', effect: 'clear' },
];

/** What a purge of a record of this kind has to look after. */
export const referencesTo = (kind: GovernedKind): readonly Reference[] =>
  references.filter(({ to, effect }) => to === kind && effect !== 'stays');

type Fields = Record<string, unknown>;
/** The ids in a record's field. */
export const idsIn = (record: object, field: string): string[] =>
  [(record as Fields)[field]].flat().filter((id) => typeof id === 'string');
/** A record that names this one no more. */
export function without<T extends object>(record: T, field: string, id: string): T {
  const { [field]: value, ...rest } = record as Fields;
  return (Array.isArray(value) ? { ...rest, [field]: value.filter((one) => one !== id) } : rest) as T;
}

/** TRASH-2: what lies in the trash and names a record: whoever purges or erases that one finds it. */
export const trashedRelatedPk = (workspaceId: string, to: { kind: IdKind; id: string }, of: GovernedKind) =>
  `${recordKey(workspaceId, to.kind, to.id).pk}#TRASHED#${of.toUpperCase()}`;

export const trashedRelations = (of: GovernedKind, record: { workspaceId: string; id: string }): Entry[] =>
  references
    .filter((one) => one.of === of && one.effect !== 'stays')
    .flatMap(({ field, to }) =>
      idsIn(record, field).map((id) => ({
        pk: trashedRelatedPk(record.workspaceId, { kind: to, id }, of),
        sk: record.id,
        of,
        id: record.id,
      })),
    );

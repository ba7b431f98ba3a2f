import type { IdKind } from '../core/ids.ts';
import { type GovernedKind, resourceOf } from '../core/policy.ts';
import type { Counters, Entry } from '../core/projection.ts';
import { recordKey, workspacePk } from '../core/record.ts';
import { type Owned, scopedEntries, scopedPks } from '../core/scoped-list.ts';
import { caseFolded, clip } from '../core/text.ts';

/** LIST-1: a workspace's records of a kind in an order; by the moment they were made in the list's own partition. */
export const listPk = (workspaceId: string, kind: GovernedKind, order = 'created') =>
  `${workspacePk(workspaceId)}#LIST#${kind.toUpperCase()}${order === 'created' ? '' : `#${order.toUpperCase()}`}`;
/** LIST-2: those with a tag, however it is spelled. */
export const taggedPk = (workspaceId: string, kind: GovernedKind, tag: string) =>
  `${listPk(workspaceId, kind)}#TAG#${caseFolded(tag)}`;
/** LIST-3: those that name another record: a contact's orders, a company's contacts. */
export const relatedPk = (workspaceId: string, to: { kind: IdKind; id: string }, kind: GovernedKind) =>
  `${recordKey(workspaceId, to.kind, to.id).pk}#${resourceOf[kind].toUpperCase()}`;
/** LIST-5: those whose field has a value: open tickets. */
export const statePk = (workspaceId: string, kind: GovernedKind, field: string, value: string) =>
  `${listPk(workspaceId, kind)}#${field.toUpperCase()}#${value}`;
/** LIST-4: how many there are. */
export const countGroup = (workspaceId: string, kind: GovernedKind) =>
  `${workspacePk(workspaceId)}#COUNT#${kind.toUpperCase()}`;

const mostTextInKey = 200;
/** A text as people look for it in an order: without case and accents; what has none comes last. */
export function textKey(text: string | undefined): string {
  const folded = (text ?? '').trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return clip(folded.replaceAll('#', ' ') || '~', mostTextInKey);
}
/** A number from 0 to 10^15 so that text sorts as it does; none comes before all. */
export const numberKey = (amount: number | undefined) =>
  amount === undefined ? '-' : String(Math.round(amount)).padStart(16, '0');

type Listed = Owned & {
  workspaceId: string;
  id: string;
  createdAt: string;
  updatedAt: string;
  tags?: readonly string[] | undefined;
};
type Lists = {
  /** Further orders by their names. A team's page merges its members' lists of them. */
  orders?: Record<string, string>;
  /** The records that it names; in their lists by `at` (ISO 8601 UTC), where that is not when it was made. */
  related?: readonly { kind: IdKind; id: string | undefined; at?: string }[];
  /** Its values of fields that the list is asked by, and where it stands among those of the same value. */
  states?: Record<string, { value: string; order: string }>;
};

/**
 * Where a record stands: in the lists by creation and change of everybody, its owner and its owner's team, and in the
 * further orders, tags and other records' lists of everybody and its owner. Entries hold keys alone.
 */
export function listEntries(
  kind: GovernedKind,
  record: Listed,
  { orders = {}, related = [], states = {} }: Lists,
): Entry[] {
  const { workspaceId, id, createdAt, updatedAt, ownerId, teamId, tags = [] } = record;
  const put = (pk: string, sk: string, team?: string) =>
    scopedEntries(pk, { ownerId, teamId: team }, { sk: `${sk}#${id}`, of: kind, id });
  const tagged = new Set(tags.map((tag) => taggedPk(workspaceId, kind, tag)));
  return [
    ...put(listPk(workspaceId, kind), createdAt, teamId),
    ...put(listPk(workspaceId, kind, 'updated'), updatedAt, teamId),
    ...Object.entries(orders).flatMap(([order, key]) => put(listPk(workspaceId, kind, order), key)),
    ...[...tagged].flatMap((pk) => put(pk, createdAt)),
    ...related.flatMap((to) =>
      to.id === undefined
        ? []
        : put(relatedPk(workspaceId, { kind: to.kind, id: to.id }, kind), to.at ?? createdAt, teamId),
    ),
    ...Object.entries(states).flatMap(([field, { value, order }]) =>
      put(statePk(workspaceId, kind, field, value), order, teamId),
    ),
  ];
}

/** What a record adds to the number of its kind: everybody's, its owner's, its owner's team's. */
export const listCounters = (kind: GovernedKind, { workspaceId, ownerId, teamId }: Listed): Counters =>
  Object.fromEntries(
    scopedPks(countGroup(workspaceId, kind), { ownerId, teamId }).map((group) => [group, { count: 1 }]),
  );

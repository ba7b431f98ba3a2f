import type { Actor } from '../core/actor.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { kindOfId } from '../core/ids.ts';
import { assertMayAsk } from '../core/may-ask.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type GovernedKind, hasHideable } from '../core/policy.ts';
import { mayRead, type Scope, within } from '../core/scope.ts';
import { ownerPk, ownersFor, partitionsFor } from '../core/scoped-list.ts';
import { caseFolded } from '../core/text.ts';
import type { Owned, RecordType } from '../platform/record-type.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import { listPk, relatedPk, taggedPk } from './list-entries.ts';

/** What a list is asked for: an order, and at most one of a tag and a record that is named. */
export type ListAsked = {
  sort: string;
  direction?: 'asc' | 'desc' | undefined;
  tag?: string | undefined;
  [related: string]: unknown;
};
/** Whose; all that is in reach where nothing is said. */
type Owner = { id: string | undefined } | undefined;
type Choice = {
  base: string;
  field: string | undefined;
  teams: boolean;
  belongs: (record: Owned) => boolean;
};

const mostOwners = 20;

/**
 * The partitions of a list that hold what is in reach. Where teams have none, their members' are merged, of at most 20.
 * Throws `order_too_wide`.
 */
export function listPartitions(
  scope: Scope,
  kind: GovernedKind,
  base: string,
  teams: boolean,
  owner: Owner,
): string[] {
  if (owner) return mayRead(scope, kind, owner.id) ? [ownerPk(base, owner.id)] : [];
  if (teams) return partitionsFor(scope, kind, base);
  const owners = ownersFor(scope, kind, base);
  if (owners.length <= mostOwners + 1) return owners;
  const detail = `Of this a page merges the lists of at most ${mostOwners} owners; say whose with ownerId, or sort by created or updated.`;
  throw invalidField('?/sort', 'order_too_wide', detail);
}

function onlyOne(asked: ListAsked, related: readonly string[]): string | undefined {
  const [field, other] = ['tag', ...related].filter((name) => asked[name] !== undefined);
  if (other || (field && asked.sort !== 'created')) {
    const detail = `Ask for one of ${['tag', ...related].join(', ')} at a time, sorted by created.`;
    throw new AppError('invalid', 'filters_exclusive', detail);
  }
  return field;
}

function choose(
  workspaceId: string,
  kind: GovernedKind,
  asked: ListAsked,
  related: readonly string[],
): Choice {
  const field = onlyOne(asked, related);
  if (field === 'tag') {
    const wanted = caseFolded(String(asked.tag));
    const belongs = (record: Owned & { tags?: string[] }) =>
      (record.tags ?? []).some((one) => caseFolded(one) === wanted);
    return { base: taggedPk(workspaceId, kind, wanted), field: 'tags', teams: false, belongs };
  }
  if (field) {
    const id = String(asked[field]);
    const to = kindOfId(id);
    if (!to) throw invalidField(`?/${field}`, 'invalid_format', `Must be an id.`);
    const belongs = (record: Owned) => (record as Record<string, unknown>)[field] === id;
    return { base: relatedPk(workspaceId, { kind: to, id }, kind), field, teams: true, belongs };
  }
  const teams = ['created', 'updated'].includes(asked.sort);
  return {
    base: listPk(workspaceId, kind, asked.sort),
    field: teams ? undefined : asked.sort,
    teams,
    belongs: () => true,
  };
}

/**
 * LIST-1 to LIST-3: the records in reach, in an order, with a tag, or that name another record: a Query for each partition
 * that they lie in and one BatchGet a page. Throws `filters_exclusive`, `order_too_wide`, `cursor_invalid`, `field_forbidden`.
 */
export function recordListPage<T extends Owned>(
  { of, shape, store }: RecordType<T, object, object>,
  actor: Actor,
  { owner, ...asked }: ListAsked & { owner?: Owner },
  page: PageRequest,
): Promise<Page<T>> {
  const scope = within(actor);
  const { base, field, teams, belongs } = choose(
    actor.workspaceId,
    of.kind,
    asked as ListAsked,
    shape.related,
  );
  if (field && hasHideable(of.kind)) assertMayAsk(actor, of.kind, [field]);
  const direction =
    asked.direction ?? (shape.orders.includes(asked.sort) && asked.sort === 'name' ? 'asc' : 'desc');
  return ownedPage(
    {
      base,
      partitions: listPartitions(scope, of.kind, base, teams, owner),
      newestFirst: direction === 'desc',
    },
    page,
    `${of.kind} list`,
    (ids) => store.getMany(scope, ids),
    (record) => (owner === undefined || record.ownerId === owner.id) && belongs(record),
  );
}

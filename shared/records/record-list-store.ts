import { type Condition, type Facts, matches } from '../conditions/condition.ts';
import { factsFor } from '../conditions/facts-store.ts';
import type { ConditionKind } from '../conditions/fields.ts';
import type { Actor } from '../core/actor.ts';
import { canonical } from '../core/canonical.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { kindOfId } from '../core/ids.ts';
import { assertMayAsk } from '../core/may-ask.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type GovernedKind, hasHideable } from '../core/policy.ts';
import { mayRead, type Scope, within } from '../core/scope.ts';
import { ownerPk, ownersFor, partitionsFor } from '../core/scoped-list.ts';
import { caseFolded } from '../core/text.ts';
import { filteredPage } from '../platform/filtered-page.ts';
import type { Owned, RecordType } from '../platform/record-type.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import { listPk, relatedPk, statePk, taggedPk } from './list-entries.ts';
import { planFor } from './list-filter-store.ts';
import type { RecordShape } from './record-shape.ts';

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
  ascending: boolean;
};

const mostOwners = 20;

/**
 * The partitions of a list that hold what is in reach. Where teams have none, their members' are merged, of at most 20.
 * Throws `order_too_wide`.
 */
function listPartitions(
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

/** What of a list is asked for besides its order: a tag, a record that is named, a field of few values. */
const filtersOf = ({ related, states = {} }: RecordShape) => ['tag', ...related, ...Object.keys(states)];

function onlyOne(asked: ListAsked, filters: readonly string[]): string | undefined {
  const [field, other] = filters.filter((name) => asked[name] !== undefined);
  if (other || (field && asked.sort !== 'created')) {
    const detail = `Ask for one of ${filters.join(', ')} at a time, and for no order but \`created\`.`;
    throw new AppError('invalid', 'filters_exclusive', detail);
  }
  return field;
}

function tagged(workspaceId: string, kind: GovernedKind, tag: string): Choice {
  const wanted = caseFolded(tag);
  const belongs = (record: Owned & { tags?: string[] }) =>
    (record.tags ?? []).some((one) => caseFolded(one) === wanted);
  const base = taggedPk(workspaceId, kind, wanted);
  return { base, field: 'tags', teams: false, belongs, ascending: false };
}

function valued(workspaceId: string, shape: RecordShape, field: string, value: string): Choice {
  const belongs = (record: Owned) => (record as Record<string, unknown>)[field] === value;
  if (shape.states && Object.hasOwn(shape.states, field)) {
    const base = statePk(workspaceId, shape.kind, field, value);
    return { base, field, teams: true, belongs, ascending: true };
  }
  const kind = kindOfId(value);
  if (!kind) throw invalidField(`?/${field}`, 'invalid_format', 'Must be an id.');
  const base = relatedPk(workspaceId, { kind, id: value }, shape.kind);
  return { base, field, teams: true, belongs, ascending: false };
}

function choose(workspaceId: string, shape: RecordShape, asked: ListAsked): Choice {
  const { kind, ascending = [], orderedBy = {} } = shape;
  const field = onlyOne(asked, filtersOf(shape));
  if (field === 'tag') return tagged(workspaceId, kind, String(asked.tag));
  if (field) return valued(workspaceId, shape, field, String(asked[field]));
  const { sort } = asked;
  const teams = ['created', 'updated'].includes(sort);
  return {
    base: listPk(workspaceId, kind, sort),
    field: teams ? undefined : (orderedBy[sort] ?? sort),
    teams,
    belongs: () => true,
    ascending: sort === 'name' || ascending.includes(sort),
  };
}

type Asked = ListAsked & { owner?: Owner; filter?: Condition | undefined; now?: string | undefined };
type Of<T extends Owned> = Pick<RecordType<T, object, object>, 'of' | 'shape' | 'store'>;

/** Where a list lies, and which records belong into it. */
function listOf<T extends Owned>({ of, shape }: Of<T>, actor: Actor, asked: ListAsked, owner: Owner) {
  const { base, field, teams, belongs, ascending } = choose(actor.workspaceId, shape, asked);
  if (field && hasHideable(of.kind)) assertMayAsk(actor, of.kind, [field]);
  const direction = asked.direction ?? (ascending ? 'asc' : 'desc');
  const wanted = {
    base,
    partitions: listPartitions(within(actor), of.kind, base, teams, owner),
    newestFirst: direction === 'desc',
  };
  const isOf = (record: T) => (owner === undefined || record.ownerId === owner.id) && belongs(record);
  return { wanted, isOf };
}

/** The same with a filter: what the list is kept by is read by that, and the rest asked of each record. */
async function filteredList<T extends Owned>(
  type: Of<T>,
  actor: Actor,
  { owner, filter, now: at = new Date().toISOString(), ...asked }: Asked & { filter: Condition },
  page: PageRequest,
): Promise<Page<T>> {
  const { of, shape, store } = type;
  const isTaken = filtersOf(shape).some((name) => (asked as ListAsked)[name] !== undefined);
  const sort = String(asked.sort);
  const { plan, now } = await planFor(shape, actor, { filter, sort, isTaken, at });
  const more = plan.field ? { [plan.field.by]: plan.field.value } : {};
  const whose = owner ?? (plan.ownerId === undefined ? undefined : { id: plan.ownerId });
  const { wanted, isOf } = listOf(type, actor, { ...asked, ...more } as ListAsked, whose);
  const known = new Map<string, Facts>();
  const read = async (ids: string[]) => {
    const records = await store.getMany(within(actor), ids);
    const facts = await factsFor(actor.workspaceId, of.kind as ConditionKind, filter, records);
    for (const [id, one] of facts) known.set(id, one);
    return records;
  };
  const reading = plan.isExact ? ownedPage<T> : filteredPage<T>;
  return reading(
    { ...wanted, ...plan.range },
    page,
    `${of.kind} list ${canonical(filter)}`,
    read,
    (record) => isOf(record) && matches(filter, known.get(record.id) ?? record, now),
  );
}

/**
 * LIST-1 to LIST-3 and LIST-5: the records in reach, in an order, with a tag, that name another record, or have a field's value: a Query for each partition
 * that they lie in and one BatchGet a page. LIST-6: with a filter, that the list is not kept by, a BatchGet for each hundred of 1,000 records at most. Throws
 * `filters_exclusive`, `order_too_wide`, `cursor_invalid`, `field_forbidden`, `condition_invalid`, `filter_too_broad`.
 */
export async function recordListPage<T extends Owned>(
  type: Of<T>,
  actor: Actor,
  { filter, ...asked }: Asked,
  page: PageRequest,
): Promise<Page<T>> {
  if (filter) return filteredList(type, actor, { ...asked, filter } as Asked & { filter: Condition }, page);
  const { owner, now: _, ...rest } = asked;
  const { wanted, isOf } = listOf(type, actor, rest as ListAsked, owner as Owner);
  const { of, store } = type;
  return ownedPage(wanted, page, `${of.kind} list`, (ids) => store.getMany(within(actor), ids), isOf);
}

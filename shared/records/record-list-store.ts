import { type Condition, type Facts, matches } from '../conditions/condition.ts';
import { factsFor } from '../conditions/facts-store.ts';
import type { ConditionKind } from '../conditions/fields.ts';
import type { Now } from '../conditions/moment.ts';
import type { Plan } from '../conditions/plan.ts';
import type { Actor } from '../core/actor.ts';
import { canonical } from '../core/canonical.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { kindOfId } from '../core/ids.ts';
import { assertMayAsk } from '../core/may-ask.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type GovernedKind, hasHideable } from '../core/policy.ts';
import { isMergeable } from '../core/record.ts';
import { mayRead, type Scope, within } from '../core/scope.ts';
import { ownerPk, ownersFor, partitionsFor } from '../core/scoped-list.ts';
import { filteredPage, sortedPage } from '../platform/filtered-page.ts';
import { idsMeant } from '../platform/merged.ts';
import { type Owned, type RecordType, uniqueOf } from '../platform/record-type.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import { type Choice, filterAsked, type ListAsked, ordered, orderNamed, valued } from './list-choice.ts';
import { planFor } from './list-filter-store.ts';
import type { RecordShape } from './record-shape.ts';

/** Whose; all that is in reach where nothing is said. */
type Owner = { id: string | undefined } | undefined;
type Asked = {
  sort: string;
  direction?: 'asc' | 'desc' | undefined;
  owner?: Owner;
  filter?: Condition | undefined;
  now?: string | undefined;
  /**
   * The list is read to its end, however long: a page is of a hundred records of which those come that are asked for, perhaps none,
   * and its filter is never too broad.
   */
  through?: boolean | undefined;
  [field: string]: unknown;
};
type Of<T extends Owned> = Pick<
  RecordType<T, object, object>,
  'of' | 'shape' | 'store' | 'orders' | 'unique' | 'shown'
>;

const mostOwners = 20;
/**
 * The partitions of a list that hold what is in reach. Where teams have none, their members' are merged, of at most 20.
 * Throws `order_too_wide`.
 */
function listPartitions(
  scope: Scope,
  kind: GovernedKind,
  { bases, teams }: Pick<Choice, 'bases' | 'teams'>,
  owner: Owner,
): string[] {
  const of = (partitions: (base: string) => string[]) => bases.flatMap(partitions);
  if (owner) return mayRead(scope, kind, owner.id) ? of((base) => [ownerPk(base, owner.id)]) : [];
  if (teams) return of((base) => partitionsFor(scope, kind, base));
  const owners = of((base) => ownersFor(scope, kind, base));
  if (owners.length <= mostOwners + 1) return owners;
  const detail = `Of this a page merges the lists of at most ${mostOwners} owners; say whose with ownerId, or sort by created or updated.`;
  throw invalidField('?/sort', 'order_too_wide', detail);
}

/** Where a record stands in an order that its list is not kept in. */
function keyIn<T extends Owned>({ orders }: Of<T>, sort: string): (record: T) => string {
  if (sort === 'created') return ({ createdAt }) => createdAt;
  if (sort === 'updated') return ({ updatedAt }) => updatedAt;
  return (record) => orders?.(record)[sort] ?? '';
}

type Whole<T extends Owned> = {
  actor: Actor;
  choice: Choice;
  asked: Asked;
  owner: Owner;
  page: PageRequest;
  /** What a cursor is bound to besides the partitions. */
  name: string;
  range?: Plan['range'];
  read: (ids: string[]) => Promise<T[]>;
  /** What is asked of each record; nothing where its list says it all. */
  keeps?: (record: T) => boolean;
};

/** Whether the list is kept in the order that is asked for, which way it goes, and which fields it tells of. */
function orderOf({ shape }: Pick<Of<Owned>, 'shape'>, choice: Choice, { sort, direction }: Asked) {
  const isKept = choice.kept === sort;
  const order = isKept ? choice : orderNamed(shape, sort);
  const newestFirst = (direction ?? (order.ascending ? 'asc' : 'desc')) === 'desc';
  const fields = [choice.field, order.field].filter((field) => field !== undefined);
  return { isKept, newestFirst, fields };
}

/** A page of a list that is chosen, in the order that is asked for. */
function listPage<T extends Owned>(type: Of<T>, whole: Whole<T>): Promise<Page<T>> {
  const { actor, choice, asked, owner, page, name, range = {}, read, keeps } = whole;
  const { kind } = type.of;
  const { isKept, newestFirst, fields } = orderOf(type, choice, asked);
  if (hasHideable(kind)) assertMayAsk(actor, kind, fields);
  const partitions = listPartitions(within(actor), kind, choice, owner);
  const { merged: bases = [], teams } = choice;
  const merged = bases.length > 0 && { merged: listPartitions(within(actor), kind, { bases, teams }, owner) };
  const wanted = { base: choice.bases.join('\n'), partitions, ...merged, newestFirst };
  const isOf = (record: T) => (owner === undefined || record.ownerId === owner.id) && choice.belongs(record);
  const isAsked = (record: T) => isOf(record) && (keeps?.(record) ?? true);
  if (isKept)
    return (keeps && !asked.through ? filteredPage<T> : ownedPage<T>)(
      { ...wanted, ...range },
      page,
      name,
      read,
      isAsked,
    );
  const keyOf = keyIn(type, asked.sort);
  return sortedPage(wanted, page, `${name} ${asked.sort}`, { getMany: read, keeps: isAsked, keyOf });
}

/** A list by a field's value, with MERGE-1 where that is a contact's or a company's id. */
async function chosen(
  { workspaceId }: Actor,
  shape: RecordShape,
  field: string,
  values: readonly string[],
): Promise<Choice> {
  const [id = ''] = values;
  const kind = shape.related.includes(field) ? kindOfId(id) : undefined;
  const meant = kind && isMergeable(kind) ? await idsMeant(workspaceId, kind, id) : values;
  return valued(workspaceId, shape, field, meant);
}

type Filtered = Asked & { filter: Condition };
/** Asks a condition of records, and of what lies beside them. */
function asking<T extends Owned>({ of, store }: Of<T>, actor: Actor, filter: Condition, now: Now) {
  const known = new Map<string, Facts>();
  return {
    learn: async (records: T[]): Promise<T[]> => {
      const facts = await factsFor(actor.workspaceId, of.kind as ConditionKind, filter, records);
      for (const [id, one] of facts) known.set(id, one);
      return records;
    },
    read: (ids: string[]) => store.getMany(within(actor), ids),
    holds: (record: T) => matches(filter, known.get(record.id) ?? record, now),
  };
}

/** The same with a filter: what the lists are kept by is read by that, and the rest asked of each record. */
async function filteredList<T extends Owned>(
  type: Of<T>,
  actor: Actor,
  asked: Filtered,
  page: PageRequest,
): Promise<Page<T>> {
  const { of, shape } = type;
  const { filter, owner, sort, now: at = new Date().toISOString() } = asked;
  const own = filterAsked(asked as ListAsked, shape);
  const { plan, now } = await planFor(shape, actor, { filter, sort, isTaken: own !== undefined, at });
  const { learn, read, holds } = asking(type, actor, filter, now);
  if (plan.key) {
    const found = await type.store.findByUnique(
      within(actor),
      await uniqueOf(type, plan.key.by, plan.key.value, { actor }),
    );
    const isAsked = (record: T) => owner === undefined || record.ownerId === owner.id;
    return {
      items: (await learn(found ? [found] : [])).filter((record) => isAsked(record) && holds(record)),
    };
  }
  const { by, values } = own ? { by: own, values: [String(asked[own])] } : (plan.field ?? {});
  const choice =
    by && values ? await chosen(actor, shape, by, values) : ordered(actor.workspaceId, shape, sort);
  return listPage(type, {
    actor,
    choice,
    asked,
    owner: owner ?? plan.owner,
    page,
    name: `${of.kind} list ${canonical(filter)}`,
    range: plan.range,
    read: async (ids) => learn(await read(ids)),
    ...(!(plan.isExact && own === undefined) && { keeps: holds }),
  });
}

/** The key that is asked for, of those by which one record is found. */
const keyAsked = ({ matchBy }: RecordShape, asked: Asked): string | undefined =>
  matchBy.find((by) => asked[by] !== undefined);

/** A kind whose records are read with what is shown of them besides, so that they are asked, and put in order, by it. */
function showing<T extends Owned>(type: Of<T>): Of<T> {
  const { store, shown } = type;
  if (!shown) return type;
  const findByUnique = async (...asked: Parameters<typeof store.findByUnique>) => {
    const found = await store.findByUnique(...asked);
    return found && (await shown.besides(asked[0].workspaceId, [found]))[0];
  };
  return { ...type, store: { ...store, getMany: shown.getMany, findByUnique } };
}

/** The one with a key, at once and not a moment later. */
async function keyedPage<T extends Owned>(
  type: Of<T>,
  actor: Actor,
  by: string,
  asked: Asked,
): Promise<Page<T>> {
  const { of, shape, store } = type;
  if (asked.filter || filterAsked(asked as ListAsked, shape))
    throw new AppError('invalid', 'filters_exclusive', `\`${by}\` finds one record: ask for nothing else.`);
  if (hasHideable(of.kind)) assertMayAsk(actor, of.kind, [shape.matched?.[by] ?? by]);
  const found = await store.findByUnique(
    within(actor),
    await uniqueOf(type, by, String(asked[by]), { actor }),
  );
  const isAsked = found && (asked.owner === undefined || found.ownerId === asked.owner.id);
  return { items: isAsked ? [found] : [] };
}

/**
 * LIST-1 to LIST-3 and LIST-5: the records in reach, in an order, with a tag, that name another record, or have a field's value: a
 * Query for each partition that they lie in and one BatchGet a page. LIST-6: with a filter, that the list is not kept by, or in an order
 * that it is not kept in, a BatchGet for each hundred of 1,000 records at most. LIST-7: the one with a key, two GetItems. Throws
 * `filters_exclusive`, `order_too_wide`, `cursor_invalid`, `field_forbidden`, `condition_invalid`, `filter_too_broad`.
 */
export async function recordListPage<T extends Owned>(
  given: Of<T>,
  actor: Actor,
  asked: Asked,
  page: PageRequest,
): Promise<Page<T>> {
  const type = showing(given);
  const { of, shape, store } = type;
  const key = keyAsked(shape, asked);
  if (key) return keyedPage(type, actor, key, asked);
  if (asked.filter) return filteredList(type, actor, asked as Filtered, page);
  const field = filterAsked(asked as ListAsked, shape);
  const choice = field
    ? await chosen(actor, shape, field, [String(asked[field])])
    : ordered(actor.workspaceId, shape, asked.sort);
  const read = (ids: string[]) => store.getMany(within(actor), ids);
  return listPage(type, { actor, choice, asked, owner: asked.owner, page, name: `${of.kind} list`, read });
}

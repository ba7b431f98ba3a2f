import type { Context } from '../core/actor.ts';
import { AppError, goneAs, recordMerged } from '../core/errors.ts';
import type { GovernedKind } from '../core/policy.ts';
import type { Item, Key } from '../core/projection.ts';
import {
  type Change,
  isTrashed,
  mostMerged,
  type OwnedKind,
  type RecordBase,
  recordKey,
  type UniqueValue,
} from '../core/record.ts';
import { reachOf } from '../core/rights.ts';
import { assertWithin, mayRead, type Scope } from '../core/scope.ts';
import type { Write } from './commit.ts';
import { getItem } from './dynamo.ts';
import { type Ids, idsOf, standing } from './merged.ts';
import { contactErased, recordStore, saveChanges } from './record-store.ts';

type Found<T> = { find: (workspaceId: string, id: string) => Promise<T | undefined> };
/** The record that one was merged into, and that one perhaps into another; itself where it was not. */
async function survivor<T extends RecordBase>(
  { find }: Found<T>,
  workspaceId: string,
  record: T | undefined,
) {
  let found = record;
  for (let steps = 0; found?.mergedInto && steps < mostMerged; steps++)
    found = await find(workspaceId, found.mergedInto);
  return found;
}

/**
 * Reads and writes of a kind of record that roles govern. Every read takes a scope and answers only what is in its reach: a
 * record out of sight is one that never was.
 */
export function ownedStore<T extends RecordBase>(of: OwnedKind<T>) {
  const records = recordStore(of);
  const seen = (scope: Scope, record: T) => !record.deletedAt && mayRead(scope, of.kind, of.ownerOf(record));
  const only = (scope: Scope, record: T | undefined) => (record && seen(scope, record) ? record : undefined);
  return {
    of,
    keyOf: records.keyOf,
    parse: records.parse,
    /** One consistent GetItem; of one that was merged, the record that it was merged into, a GetItem more each time. */
    find: async (scope: Scope, id: string): Promise<T | undefined> =>
      only(scope, await survivor(records, scope.workspaceId, await records.find(scope.workspaceId, id))),
    /** One consistent GetItem. Throws `<kind>_not_found`, `record_merged`, `record_out_of_reach`. */
    async get(scope: Scope, id: string): Promise<T> {
      const record = await records.get(scope.workspaceId, id);
      if (record.deletedAt) throw goneAs(of.kind, id, record.mergedInto);
      assertWithin(scope, of.kind, id, of.ownerOf(record));
      return record;
    },
    /** One that lies in the trash. */
    async findTrashed(scope: Scope, id: string): Promise<T | undefined> {
      const found = await records.find(scope.workspaceId, id);
      return found && isTrashed(found) && mayRead(scope, of.kind, of.ownerOf(found)) ? found : undefined;
    },
    /** Consistent, in the order of the ids, those of them that lie in the trash, in sight; one BatchGet a hundred. */
    getTrashed: async (scope: Scope, ids: string[]): Promise<T[]> =>
      (await records.getMany(scope.workspaceId, ids)).filter(
        (record) => isTrashed(record) && mayRead(scope, of.kind, of.ownerOf(record)),
      ),
    /** Consistent, in the order of the ids, without those that are gone or out of sight; one BatchGet a hundred. */
    getMany: async (scope: Scope, ids: string[]): Promise<T[]> =>
      (await records.getMany(scope.workspaceId, ids)).filter((record) => seen(scope, record)),
    /** The record that holds a unique value: two reads. */
    async findByUnique(scope: Scope, value: Pick<UniqueValue, 'name' | 'value'>): Promise<T | undefined> {
      const found = await records.findByUnique(scope.workspaceId, value);
      // What nobody has takes the time of what somebody has whom one does not see.
      if (!found && reachOf(scope, of.kind, 'read').reach !== 'all')
        await getItem(records.keyOf(scope.workspaceId, value.value));
      return only(scope, found);
    },
    save: (change: Change<T>, by: Context, also: Write[] = []) =>
      saveChanges([change as unknown as Change], by, also),
  };
}

const mostNamed = 500; // an expression has 4 KB at most
type Condition = { ConditionExpression: string; ExpressionAttributeValues?: Record<string, string> };
/** That a record is there and its owner in reach, for the table to say. */
function readable(scope: Scope, kind: GovernedKind): Condition {
  const { reach, unassigned } = reachOf(scope, kind, 'read');
  const there = 'attribute_exists(pk) AND attribute_not_exists(deletedAt)';
  if (reach === 'all') return { ConditionExpression: there };
  const team = reach === 'team' ? scope.rights.circle : [];
  const owners = [...new Set([scope.id, ...team])].slice(0, mostNamed);
  const names = owners.map((_, n) => `:o${n}`);
  const hundreds = Array.from({ length: Math.ceil(names.length / 100) }, (_, n) =>
    names.slice(n * 100, n * 100 + 100).join(','),
  );
  const anyOf = [
    ...hundreds.map((some) => `ownerId IN (${some})`),
    ...(unassigned ? ['attribute_not_exists(ownerId)'] : []),
  ];
  return {
    ConditionExpression: `${there} AND (${anyOf.join(' OR ')})`,
    ExpressionAttributeValues: Object.fromEntries(owners.map((id, n) => [`:o${n}`, id])),
  };
}

/** A write that holds the whole transaction to a record that one may read: one out of sight is unknown, as what never was. */
export function mustBeSeen(scope: Scope, kind: GovernedKind, id: string, pointer: string): Write {
  const Key = recordKey(scope.workspaceId, kind, id);
  const detail = `There is no ${kind} ${id}.`;
  const unknown = () =>
    new AppError('invalid', 'reference_unknown', detail, {
      errors: [{ pointer, code: 'reference_unknown', detail }],
    });
  if (reachOf(scope, kind, 'read').reach === 'none') throw unknown();
  const { ConditionExpression, ...values } = readable(scope, kind);
  const living = kind === 'contact' ? ' AND attribute_not_exists(erasedAt)' : '';
  const ConditionCheck = { Key, ConditionExpression: ConditionExpression + living, ...values };
  const refused = (there: Item | undefined) => {
    if (there?.mergedInto) return recordMerged(kind, id, String(there.mergedInto), pointer);
    return there?.erasedAt && mayRead(scope, kind, there.ownerId as string | undefined)
      ? contactErased(id)
      : unknown();
  };
  return { action: { ConditionCheck }, refused };
}

/** A check that holds more of the same item, which a transaction can name but once; `broken` says what it means of the item that was there. */
export function alsoHolding(
  { action, refused }: Write,
  { ConditionExpression, ExpressionAttributeValues }: Condition,
  broken: (item: Item) => unknown,
): Write {
  const check = action.ConditionCheck as { Key: Key } & Condition;
  return {
    action: {
      ConditionCheck: {
        ...check,
        ConditionExpression: `${check.ConditionExpression} AND ${ConditionExpression}`,
        // The table refuses an empty list of values.
        ...((check.ExpressionAttributeValues ?? ExpressionAttributeValues) && {
          ExpressionAttributeValues: { ...check.ExpressionAttributeValues, ...ExpressionAttributeValues },
        }),
      },
    },
    refused: (item) => (item && broken(item)) ?? refused?.(item),
  };
}

/**
 * That a record is there and in sight, for what is read beside it: one GetItem. Answers the ids that others name it by: its
 * own first, and those of the records that were merged into it. `goesOn`: it is a further page, of a kind that is never
 * merged, for whom everything is in reach none is read. Throws `<kind>_not_found`, `record_merged`.
 */
export async function assertSeen(
  scope: Scope,
  kind: GovernedKind,
  id: string,
  { goesOn = false }: { goesOn?: boolean } = {},
): Promise<Ids> {
  if (goesOn && reachOf(scope, kind, 'read').reach === 'all') return [id];
  return idsInSight(scope, kind, id, await getItem(recordKey(scope.workspaceId, kind, id)));
}

function idsInSight(scope: Scope, kind: GovernedKind, id: string, record: Item | undefined): Ids {
  const there =
    record !== undefined && !record.deletedAt && mayRead(scope, kind, record.ownerId as string | undefined);
  if (!there) throw goneAs(kind, id, record?.mergedInto);
  return idsOf({ ...record, id: record.id });
}

/** The same for the record that an id means now (MERGE-1), where a query names it. */
export const seenAs = async (scope: Scope, kind: GovernedKind, id: string): Promise<Ids> =>
  idsInSight(scope, kind, id, await standing(scope.workspaceId, kind, id));

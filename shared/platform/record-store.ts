import type { Context, Once } from '../core/actor.ts';
import { assignedBy } from '../core/assigned.ts';
import { AppError, notFound, recordMerged } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { assertMayWrite } from '../core/may-write.ts';
import { withoutPersonalValues } from '../core/personal.ts';
import type { Item } from '../core/projection.ts';
import {
  type Change,
  changedAt,
  changeItemType,
  changeKind,
  fieldChanges,
  type RecordBase,
  type RecordKind,
  recordCreated,
  recordDeleted,
  recordKey,
  recordPurged,
  recordRestored,
  recordUpdated,
  timelineSk,
  type UniqueValue,
  uniqueKey,
} from '../core/record.ts';
import { commit, type Write } from './commit.ts';
import { getItem, getItems } from './dynamo.ts';
import { onceKey, onceWrite } from './once.ts';
import { parseContext } from './parse-context.ts';

/** What a stored item holds beyond the record. */
const toItem = (kind: RecordKind<RecordBase>['kind'], record: RecordBase): Item => ({
  ...record,
  ...recordKey(record.workspaceId, kind, record.id),
});

/** What could not be read again is not stored: one such item would shut the doors to all that are listed with it. */
function assertReadable({ of, after }: Change): void {
  const { error } = after ? of.schema.safeParse(after, parseContext()) : {};
  if (error) throw new Error(`A ${of.kind} would be stored that cannot be read`, { cause: error });
}

/** Somebody else was first; `retryLostRace` tries again. */
export const versionConflict = (kind: string, id: string) =>
  new AppError(
    'conflict',
    'version_conflict',
    `The ${kind} ${id} was changed by someone else. Read it again and retry.`,
  );

function recordWrite({ of, before, after }: Change): Write {
  const record = (after ?? before) as RecordBase;
  const refused = () => versionConflict(of.kind, record.id);
  const guard = before
    ? { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before.version } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  const action = after
    ? { Put: { Item: toItem(of.kind, after), ...guard } }
    : { Delete: { Key: recordKey(record.workspaceId, of.kind, record.id), ...guard } };
  return { action, refused };
}

/** A deletion counts as a version too, so that what is made again goes on behind it. */
const versionAfter = ({ before, after }: Change) => after?.version ?? (before?.version ?? 0) + 1;

const told = {
  created: recordCreated,
  updated: recordUpdated,
  trashed: recordDeleted,
  restored: recordRestored,
  deleted: recordDeleted,
  merged: recordDeleted,
  unmerged: recordRestored,
} as const;
function eventsOf(change: Change, fields: string[], by: Context) {
  const { of, before, after, events } = change;
  const record = (after ?? before) as RecordBase;
  const happened = change.purges ? recordPurged : told[changeKind(change)];
  const base = happened(of.kind)({ recordId: record.id, recordVersion: versionAfter(change), fields });
  const isOutOfSight = before?.deletedAt && after?.deletedAt; // who hears of it has been told that it is deleted
  return isOutOfSight ? events : [base, ...events, ...assignedBy(change, by)];
}

/** The change item: history, audit log and outbox in one. It lies in the record's collection, on its timeline. */
function changeWrite(change: Change, by: Context): Write {
  const { actor, now, cause, once, quiet, idFor } = by;
  const record = (change.after ?? change.before) as RecordBase;
  const at = changedAt(change.before, now);
  const id = idFor?.('change', record.id) ?? newId('change', at);
  const all = fieldChanges(change.before, change.after);
  const kept = change.forgets ? withoutPersonalValues(change.of.schema, all) : all;
  const fields = change.purges ? Object.fromEntries(Object.keys(kept).map((name) => [name, {}])) : kept;
  const Item = {
    pk: recordKey(record.workspaceId, change.of.kind, record.id).pk,
    sk: timelineSk(at, id),
    type: changeItemType,
    id,
    workspaceId: record.workspaceId,
    at,
    kind: changeKind(change),
    of: change.of.kind,
    recordId: record.id,
    recordVersion: versionAfter(change),
    by: { kind: actor.kind, id: actor.id, keyId: actor.keyId },
    from: actor.from,
    cause,
    // Whoever erases what the change says erases the answer that was kept with it.
    once: once && onceKey(actor.workspaceId, actor.id, once.key).pk,
    fields,
    forgets: change.forgets ?? change.purges,
    // A deleted record is made again from its last change, which has all but this.
    createdAt: change.after ? undefined : record.createdAt,
    events: eventsOf(change, Object.keys(fields), by),
    quiet,
  };
  return { action: { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } } };
}

/** Of a key, which has 2,048 bytes, what is left for a unique value. */
const mostValueBytes = 1900;
const taken =
  ({ name, code = `${name}_taken`, pointer }: UniqueValue) =>
  (existing: Item | undefined) => {
    const detail = `Another record of this workspace already has this ${name.replaceAll('_', ' ')}.`;
    return new AppError('conflict', code, detail, {
      ...(typeof existing?.recordId === 'string' && { existingId: existing.recordId }),
      ...(pointer && { errors: [{ pointer, code, detail }] }),
    });
  };

/** The unique values that a record holds before a change and after it; in the trash it holds none. */
function valuesOf({ of, before, after }: Change) {
  const text = ({ name, value }: UniqueValue) => `${name}\n${value}`;
  const held = (one: RecordBase | undefined) =>
    new Map((one && !one.deletedAt ? of.unique(one) : []).map((value) => [text(value), value]));
  const [had, has] = [held(before), held(after)];
  return {
    taken: [...has].filter(([name]) => !had.has(name)),
    left: [...had].filter(([name]) => !has.has(name)),
  };
}

/** Values that one record of a transaction leaves and another takes, and whose they were: a transaction names an item but once. */
type Handed = ReadonlyMap<string, string>;
function handedOver(changes: readonly Change[]): Handed {
  const all = changes.length > 1 ? changes.map((change) => ({ change, ...valuesOf(change) })) : [];
  const taken = new Set(all.flatMap((one) => one.taken.map(([name]) => name)));
  const left = all.flatMap(({ change: { before }, left: those }) =>
    those.map(([name]): [string, string] => [name, before?.id ?? '']),
  );
  return new Map(left.filter(([name]) => taken.has(name)));
}

function uniqueWrites(change: Change, handed: Handed): Write[] {
  const { of, before, after } = change;
  const record = (after ?? before) as RecordBase;
  const ws = record.workspaceId;
  const { taken: has, left } = valuesOf(change);
  return [
    ...has.map(([name, value]): Write => {
      const from = handed.get(name);
      return {
        action: {
          Put: {
            // Who holds it, told apart for projections that borrow it.
            Item: {
              ...uniqueKey(ws, value),
              recordId: record.id,
              of: of.kind,
              version: `${record.id}@${record.version}`,
            },
            ConditionExpression: `attribute_not_exists(pk) OR recordId = :self${from ? ' OR recordId = :from' : ''}`,
            ExpressionAttributeValues: { ':self': record.id, ...(from && { ':from': from }) },
          },
        },
        refused: taken(value),
      };
    }),
    ...left
      .filter(([name]) => !handed.has(name))
      .map(([, value]): Write => ({ action: { Delete: { Key: uniqueKey(ws, value) } } })),
  ];
}

/** One record's change as writes: the record, its change item, its unique values. */
export function writesOf<T extends RecordBase>(
  change: Change<T>,
  by: Context,
  handed: Handed = new Map(),
): Write[] {
  const any = change as unknown as Change;
  assertReadable(any);
  return [recordWrite(any), changeWrite(any, by), ...uniqueWrites(any, handed)];
}

/**
 * Stores changes and whatever else must happen with them in one transaction, or nothing. A user's change is held to what
 * their roles reach (`assertMayWrite`).
 * With an idempotency key the first change's record is kept as the answer, so a repeated request gets the same.
 */
export async function saveChanges(
  changes: Change<never>[] | Change[],
  by: Context,
  also: Write[] = [],
): Promise<void> {
  const all = changes as Change[];
  for (const change of all) assertMayWrite(change, by.actor);
  const once = (key: Once) => onceWrite(by, key, key.answer(all[0]?.after));
  const handed = handedOver(all);
  await commit([
    ...(by.once ? [once(by.once)] : []),
    ...all.flatMap((change) => writesOf(change, by, handed)),
    ...also,
  ]);
}

/** To what is left of an erased person nothing can be added. */
export const contactErased = (id: string) =>
  new AppError(
    'conflict',
    'contact_erased',
    `The person behind ${id} was erased; nothing can be added to it.`,
  );

/** A write that holds the whole transaction to a record's being there, and a person's to their not having been erased. */
export function mustExist(
  workspaceId: string,
  kind: RecordKind<RecordBase>['kind'],
  id: string,
  pointer: string,
): Write {
  const Key = recordKey(workspaceId, kind, id);
  const detail = `There is no ${kind} ${id}.`;
  const condition = ` AND attribute_not_exists(deletedAt)${kind === 'contact' ? ' AND attribute_not_exists(erasedAt)' : ''}`;
  return {
    action: { ConditionCheck: { Key, ConditionExpression: `attribute_exists(pk)${condition}` } },
    refused: (existing) => {
      if (existing?.mergedInto) return recordMerged(kind, id, String(existing.mergedInto), pointer);
      if (existing?.erasedAt) return contactErased(id);
      return new AppError('invalid', 'reference_unknown', detail, {
        errors: [{ pointer, code: 'reference_unknown', detail }],
      });
    },
  };
}

/** Reads and writes of one kind of record. Every function takes the workspace; none works without it. */
export function recordStore<T extends RecordBase>(of: RecordKind<T>) {
  const parse = (item: Item | undefined) => (item ? of.schema.parse(item, parseContext()) : undefined);
  const keyOf = (workspaceId: string, id: string) => recordKey(workspaceId, of.kind, id);
  const find = async (workspaceId: string, id: string) => parse(await getItem(keyOf(workspaceId, id)));
  return {
    of,
    keyOf,
    parse: (item: Item): T => of.schema.parse(item, parseContext()),
    find,
    /** One consistent GetItem. Throws `<kind>_not_found`. */
    async get(workspaceId: string, id: string): Promise<T> {
      const found = await find(workspaceId, id);
      if (!found) throw notFound(of.kind, id);
      return found;
    },
    /** Consistent, in the order of the ids, without those that are gone; one BatchGet a hundred. */
    async getMany(workspaceId: string, ids: string[]): Promise<T[]> {
      const items = await getItems(ids.map((id) => keyOf(workspaceId, id)));
      const byId = new Map(
        [...items.values()].map((item) => [String(item.id), of.schema.parse(item, parseContext())]),
      );
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    /** The record that holds a unique value: two reads. None where it gave the value up between the two. */
    async findByUnique(
      workspaceId: string,
      { name, value }: Pick<UniqueValue, 'name' | 'value'>,
    ): Promise<T | undefined> {
      if (Buffer.byteLength(value) > mostValueBytes) return undefined; // no record has what no key can hold
      const holder = await getItem(uniqueKey(workspaceId, { name, value }));
      const found = holder && (await find(workspaceId, String(holder.recordId)));
      const holds = found && of.unique(found).some((one) => one.name === name && one.value === value);
      return holds ? found : undefined;
    },
    save: (change: Change<T>, by: Context, also: Write[] = []) =>
      saveChanges([change as unknown as Change], by, also),
  };
}

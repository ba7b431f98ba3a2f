import * as z from 'zod';
import { canonical } from './canonical.ts';
import type { DomainEvent } from './event.ts';
import { defineEvent } from './event.ts';
import { type IdKind, idOf } from './ids.ts';
import { personal } from './personal.ts';
import type { GovernedKind } from './policy.ts';
import type { Key } from './projection.ts';

/** What every record has. `version` counts its writes and never restarts. */
export const recordBase = (kind: IdKind) => ({
  id: idOf(kind),
  workspaceId: idOf('workspace'),
  version: z.int().positive(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type RecordBase = {
  id: string;
  workspaceId: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string | undefined;
  purgeAt?: string | undefined;
  mergedInto?: string | undefined;
  mergedIds?: string[] | undefined;
};
/** What a record that somebody owns has besides. */
export const governedBase = <const K extends GovernedKind>(kind: K) => ({
  ...recordBase(kind),
  /** Since when it lies in the trash: stores answer as if it were not there. */
  deletedAt: z.iso.datetime().optional(),
  /** When it goes from the trash, where that is not after its 30 days: nobody sees it from then on. */
  purgeAt: z.iso.datetime().optional(),
});

/** Kinds whose records can be merged: others name one by its own id, and by those of the records that were merged into it. */
export const mergeableKinds = ['contact', 'company'] as const satisfies GovernedKind[];
export type MergeableKind = (typeof mergeableKinds)[number];
export const isMergeable = (kind: string): kind is MergeableKind =>
  mergeableKinds.some((one) => one === kind);
/** The most records that are merged into one, counting those that had been merged into them. */
export const mostMerged = 10;
const MergedField = z.object({
  own: z.unknown().optional(),
  made: z.unknown().optional(),
  /** Whose value it is, of a field of one. */
  from: z.string().optional(),
});
export type MergedField = z.infer<typeof MergedField>;
const UniqueKept = z.object({ name: z.string(), value: z.string() });
/** What a record has besides, of a kind whose records can be merged (docs/merging.md). */
export const mergeableBase = <const K extends GovernedKind>(kind: K) => ({
  /** The record that it was merged into: with it always stands `deletedAt`, and the trash does not show it. */
  mergedInto: idOf(kind).optional(),
  mergedIds: z
    .array(idOf(kind))
    .max(mostMerged)
    .optional()
    .describe('The records that were merged into it, those that had been merged into them among them.'),
  /** Unique values of those that are none of its own: nobody else has them, and they find it. */
  mergedKeys: personal(z.array(UniqueKept).max(200).optional()),
  /** By field, of those whose value came from another, what it would be without, and what the merges made of it. */
  mergedFields: personal(z.record(z.string(), MergedField).optional()),
});
type Mergeable = { mergedKeys?: z.infer<typeof UniqueKept>[] | undefined };
/** The unique values that a record holds for those that were merged into it. */
export const keysOfMerged = ({ mergedKeys = [] }: Mergeable): UniqueValue[] =>
  mergedKeys.map((one) => ({ ...one }));

/** Whether it lies in the trash: what was merged into another is out of sight as well, and is none of the trash's. */
export const isTrashed = <T extends RecordBase>(record: T): record is T & { deletedAt: string } =>
  record.deletedAt !== undefined && record.mergedInto === undefined;

/** A value that no two records of a workspace may have: an item of its own in the table. */
export type UniqueValue = {
  name: string;
  value: string;
  /** The error's code where another record has it; `<name>_taken` where none is said. */
  code?: string;
  /** The field that it is of, as a JSON pointer. */
  pointer?: string;
};

export type RecordKind<T extends RecordBase> = {
  kind: IdKind;
  schema: z.ZodType<T>;
  unique: (record: T) => UniqueValue[];
  /** Whose it is, of a kind that roles govern by owner; nobody's where it answers nothing. */
  ownerOf?: (record: T) => string | undefined;
};
export const defineRecord = <T extends RecordBase, const K extends IdKind>(
  kind: K,
  schema: z.ZodType<T>,
  unique: (record: T) => UniqueValue[] = () => [],
): RecordKind<T> & { kind: K } => ({ kind, schema, unique });

export type OwnedKind<T extends RecordBase> = RecordKind<T> & {
  kind: GovernedKind;
  ownerOf: (record: T) => string | undefined;
};
/** A kind of record of which a role says whose one may touch: its store wants a scope. */
export const defineOwned = <T extends RecordBase>(
  kind: GovernedKind,
  schema: z.ZodType<T>,
  ownerOf: (record: T) => string | undefined,
  unique: (record: T) => UniqueValue[] = () => [],
): OwnedKind<T> => ({ kind, schema, unique, ownerOf });

export const workspacePk = (workspaceId: string) => `WS#${workspaceId}`;
/** A record's collection: the record itself under this key, its changes and timeline under the same `pk`. */
export const recordKey = (workspaceId: string, kind: IdKind, id: string): Key => ({
  pk: `${workspacePk(workspaceId)}#${kind.toUpperCase()}#${id}`,
  sk: kind.toUpperCase(),
});
/** Where a unique value lies; the item's `recordId` names who has it. */
export const uniqueKey = (
  workspaceId: string,
  { name, value }: Pick<UniqueValue, 'name' | 'value'>,
): Key => ({
  pk: `${workspacePk(workspaceId)}#UNIQUE#${name}#${value}`,
  sk: 'UNIQUE',
});
/** The type of a change item, by which the stream's readers know it. */
export const changeItemType = 'change';
/** Timeline entries sort before every named item of a collection, newest last. */
export const timelineSk = (at: string, id: string) => `#${at}#${id}`;

/** What a domain function decided: the record before and after (undefined: it is not there), and what to tell others. */
export type Change<T extends RecordBase = RecordBase> = {
  of: RecordKind<T>;
  before: T | undefined;
  after: T | undefined;
  events: DomainEvent[];
  /** Of what was personal the change keeps the fields' names alone (an erasure; see `shared/core/personal.ts`). */
  forgets?: true;
  /** Of what was before the change keeps the fields' names alone (a purge). */
  purges?: true;
};

/** A change after which the record is there. */
export type Kept<T extends RecordBase> = Change<T> & { after: T };

export type FieldChanges = Record<string, { before?: unknown; after?: unknown }>;
/**
 * Of no change by itself: `customKeys` say what `custom` says, `mergedKeys` and `mergedFields`
 * what `mergedIds` says, for the table alone. */
const housekeeping = new Set([
  'version',
  'updatedAt',
  'createdAt',
  'id',
  'workspaceId',
  'customKeys',
  'mergedKeys',
  'mergedFields',
]);

/** The fields that differ, each before and after. A record that is made has none: it says what it began as itself. */
export function fieldChanges(before: object | undefined, after: object | undefined): FieldChanges {
  if (!before) return {};
  const [old, next] = [before as Record<string, unknown>, (after ?? {}) as Record<string, unknown>];
  const names = new Set([...Object.keys(old), ...Object.keys(next)]);
  const changed = [...names].filter(
    (name) => !housekeeping.has(name) && canonical(old[name]) !== canonical(next[name]),
  );
  return Object.fromEntries(changed.map((name) => [name, { before: old[name], after: next[name] }]));
}

/** A change that would only count the version up: a patch that was sent again. */
export const changesNothing = ({ before, after }: Pick<Change, 'before' | 'after'>): boolean =>
  before !== undefined && Object.keys(fieldChanges(before, after)).length === 0;

const RecordEvent = z.object({ recordId: z.string(), recordVersion: z.int(), fields: z.array(z.string()) });
const declared = (kind: IdKind, verb: string) => defineEvent(`${kind}.${verb}`, 1, RecordEvent);
/** Declared once a kind and process: zod compiles a schema at its first use, which costs 0.1 ms of every write otherwise. */
function recordEvent(verb: string) {
  const made = new Map<IdKind, ReturnType<typeof declared>>();
  return (kind: IdKind) => {
    const event = made.get(kind) ?? declared(kind, verb);
    made.set(kind, event);
    return event;
  };
}
/** Published for every record write, after it is stored: `contact.created`, `deal.updated`, … */
export const recordCreated = recordEvent('created');
export const recordUpdated = recordEvent('updated');
/** It was put into the trash, or it is of a kind that has none and is gone. */
export const recordDeleted = recordEvent('deleted');
export const recordRestored = recordEvent('restored');
/** It is gone from the trash, for good. */
export const recordPurged = recordEvent('purged');

const MergeEvent = RecordEvent.extend({ mergedIds: z.array(z.string()) });
/** Of the record that stays: which were merged into it; those are told of as deleted. */
export const recordsMerged = (kind: IdKind) => defineEvent(`${kind}.merged`, 1, MergeEvent);
/** Of the record that stays: which of them stand by themselves again; those are told of as restored. */
export const recordsUnmerged = (kind: IdKind) => defineEvent(`${kind}.unmerged`, 1, MergeEvent);

export const changeKinds = [
  'created',
  'updated',
  'trashed',
  'restored',
  'deleted',
  'merged',
  'unmerged',
] as const;
export type ChangeKind = (typeof changeKinds)[number];
/** What a change does to its record. */
export function changeKind({ before, after }: Pick<Change, 'before' | 'after'>): ChangeKind {
  if (!before) return 'created';
  if (!after) return 'deleted';
  if (Boolean(before.deletedAt) === Boolean(after.deletedAt)) return 'updated';
  if (after.deletedAt) return after.mergedInto ? 'merged' : 'trashed';
  return before.mergedInto ? 'unmerged' : 'restored';
}

/**
 * When a record changes: now, and always behind its last change, whatever other clocks said and however long a request was
 * on its way. So its changes stand in the order of its versions.
 */
export const changedAt = (before: Pick<RecordBase, 'updatedAt'> | undefined, now: string): string =>
  before === undefined || before.updatedAt < now
    ? now
    : new Date(Date.parse(before.updatedAt) + 1).toISOString();

/** The record as the next write leaves it: one version on, at the moment of the write. */
export const nextVersion = <T extends RecordBase>(record: T, patch: Partial<T>, now: string): T => ({
  ...record,
  ...patch,
  version: record.version + 1,
  updatedAt: changedAt(record, now),
});

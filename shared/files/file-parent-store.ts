import { AppError, notFound, referenceUnknown } from '../core/errors.ts';
import type { Item } from '../core/projection.ts';
import { assertWithin, mayRead, type Scope } from '../core/scope.ts';
import type { Write } from '../platform/commit.ts';
import { standing } from '../platform/merged.ts';
import { contactErased } from '../platform/record-store.ts';
import { type Parent, parentKey, parentKindOf } from './file-parents.ts';

/** The record that an id means now (MERGE-1). */
const parentItem = (workspaceId: string, id: string) =>
  standing(workspaceId, parentKindOf(id) ?? 'contact', id);

/** The record that an item is, if it is there, not in the trash and in sight. */
export function parentIn(scope: Scope, item: Item | undefined): Parent | undefined {
  if (!item || item.deletedAt) return undefined;
  const id = String(item.id);
  const kind = parentKindOf(id);
  const ownerId = item.ownerId as string | undefined;
  return kind && mayRead(scope, kind, ownerId) ? { kind, id, ownerId } : undefined;
}

/**
 * The record that a new file is to be of, which one may do to what the scope says: one GetItem. Throws
 * `reference_unknown` for what is out of sight, `record_out_of_reach`, `contact_erased`.
 */
export async function parentForNew(scope: Scope, recordId: string): Promise<Parent> {
  const item = await parentItem(scope.workspaceId, recordId);
  const parent = parentIn(scope, item);
  if (!parent) throw referenceUnknown('/recordId', `There is no ${parentKindOf(recordId)} ${recordId}.`);
  assertWithin(scope, parent.kind, parent.id, parent.ownerId);
  if (item?.erasedAt) throw contactErased(recordId);
  return parent;
}

/** The same for a file that is there: what is out of sight makes it one that never was. */
export async function parentOfFile(scope: Scope, file: { id: string; recordId: string }): Promise<Parent> {
  const parent = parentIn(scope, await parentItem(scope.workspaceId, file.recordId));
  if (!parent) throw notFound('file', file.id);
  assertWithin(scope, parent.kind, parent.id, parent.ownerId);
  return parent;
}

/** Holds a transaction to the record's being there still, by itself or in the one that it was merged into. */
export const parentStays = (workspaceId: string, recordId: string): Write => ({
  action: {
    ConditionCheck: {
      Key: parentKey(workspaceId, recordId),
      ConditionExpression:
        'attribute_exists(pk) AND (attribute_not_exists(deletedAt) OR attribute_exists(mergedInto)) AND attribute_not_exists(erasedAt)',
    },
  },
  refused: (there) =>
    there?.erasedAt
      ? contactErased(recordId)
      : new AppError('conflict', 'record_gone', `${recordId} was deleted in the meantime.`),
});

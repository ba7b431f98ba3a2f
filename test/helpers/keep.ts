import type { RecordBase, RecordKind } from '../../shared/core/record.ts';
import { recordStore } from '../../shared/platform/record-store.ts';
import { aContext } from './context.ts';

/** Puts a record into the table as it is, with its change item and unique values; answers it. */
export async function keep<T extends RecordBase>(of: RecordKind<T>, record: T): Promise<T> {
  const by = aContext({ workspaceId: record.workspaceId, now: record.createdAt });
  await recordStore(of).save({ of, before: undefined, after: record, events: [] }, by);
  return record;
}

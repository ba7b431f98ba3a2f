import type { Context } from '../../../shared/core/actor.ts';
import { within } from '../../../shared/core/scope.ts';
import { assertSeen } from '../../../shared/platform/owned-store.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import type { Mergeable, MergingType } from './merge.ts';

/** MERGE-3: the records that were merged into one in sight, as they stood, whosever they were. Throws `<kind>_not_found`. */
export async function mergedInto<T extends Mergeable>(
  { type: { of } }: MergingType<T>,
  id: string,
  { actor }: Context,
): Promise<{ items: { mergedInto: string; record: T }[] }> {
  const ids = await assertSeen(within(actor), of.kind, id);
  const found = await recordStore(of).getMany(actor.workspaceId, ids.slice(1));
  // One that was taken out in between stands by itself, and is seen or not by its own owner.
  const items = found.flatMap((record) =>
    record.mergedInto && ids.includes(record.mergedInto) ? [{ mergedInto: record.mergedInto, record }] : [],
  );
  return { items };
}

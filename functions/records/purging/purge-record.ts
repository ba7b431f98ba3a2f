import { systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { recordStore, saveChanges } from '../../../shared/platform/record-store.ts';
import { deleteItems, partition } from '../../../shared/privacy/items-store.ts';
import { purge, purgeAt } from '../../../shared/records/trash.ts';
import { recordTypes } from '../types.ts';

const isOver = ({ deletedAt }: { deletedAt?: string | undefined }, now: string) =>
  deletedAt !== undefined && purgeAt(deletedAt) <= now;

/** Deletes what a record's collection holds of itself, and last the record; done again it goes on where it was. */
export async function purgeRecord(kind: string, workspaceId: string, id: string, now: string): Promise<void> {
  const type = recordTypes[kind as GovernedKind];
  if (!type) throw new Error(`Nothing is known of the kind ${kind}`);
  const key = recordKey(workspaceId, type.of.kind, id);
  const record = await recordStore(type.of).find(workspaceId, id);
  if (!record || !isOver(record, now)) return queueLooks([{ keys: [key] }]);
  for await (const item of partition({ pk: key.pk, from: '#', to: '$' }))
    if (item.type === 'change') await deleteItems([item]);
  const by = systemContext(workspaceId, 'schedule', 'purge', now);
  try {
    await saveChanges([purge(type.of, record) as never], by);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // it was restored, or is gone
  }
}

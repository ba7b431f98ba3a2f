import type { DueEntry } from '../../../shared/core/due.ts';
import { purgeRecord } from '../../records/purging/purge-record.ts';

/** What lies in the trash and whose time is over. The entry stands until the record is gone, so that a long purge goes on at each sweep. */
export async function purgeDue({ workspaceId, of, id }: DueEntry, now: string): Promise<void> {
  await purgeRecord(of, workspaceId, id, now);
}

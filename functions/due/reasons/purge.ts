import type { DueEntry } from '../../../shared/core/due.ts';
import { purgeRecord } from '../../records/purging/purge-record.ts';

/** A sweep has others to look after. */
const mostMs = 20_000;

/**
 * What lies in the trash and whose time is over. The entry stands until the record is gone, so that a long purge goes on at each
 * sweep.
 */
export async function purgeDue(
  { workspaceId, of, id }: DueEntry,
  now: string,
  isTimeLeft: () => boolean = () => true,
): Promise<void> {
  const started = Date.now();
  const goesOn = () => isTimeLeft() && Date.now() - started < mostMs;
  await purgeRecord(of, workspaceId, id, { now, isTimeLeft: goesOn });
}

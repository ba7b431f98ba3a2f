import type { Actor } from '../core/actor.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { queryPage } from '../platform/cursor.ts';
import { auditRecordPk } from './audit.ts';
import { changesOf, lineOfItem } from './audit-store.ts';
import { type HistoryEntry, historyEntry } from './history.ts';

/**
 * HISTORY-1: a record's changes, newest first; one Query and one BatchGet a page. The log follows the records within a second.
 * Who asks must see the record.
 */
export async function historyPage(
  actor: Actor,
  recordId: string,
  page: PageRequest,
): Promise<Page<HistoryEntry>> {
  const { workspaceId } = actor;
  const pk = auditRecordPk(workspaceId, recordId);
  const { items: lines, cursor } = await queryPage(
    { pk, newestFirst: true, consistent: true },
    page,
    'history',
    lineOfItem,
  );
  const changes = await changesOf(workspaceId, lines);
  return { items: lines.flatMap((line) => historyEntry(actor, line, changes.get(line.id)) ?? []), cursor };
}

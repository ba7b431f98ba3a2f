import type { IdKind } from '../core/ids.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { Item, Key } from '../core/projection.ts';
import { nameOf } from '../core/projection.ts';
import { recordKey, timelineSk } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { queryPage } from '../platform/cursor.ts';
import { getItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { AuditLine, auditActorPk, auditItems, auditRecordPk } from './audit.ts';
import { changeOfItem, type StoredChange } from './change-line.ts';

/**
 * The line of what is no record's change (those write their own), to go into the transaction of what it tells of: two
 * Puts, three where it names a record. A repetition with the same `id` and `at` (see `auditId`) is the same line.
 */
export const auditWrites = (workspaceId: string, line: AuditLine): Write[] =>
  auditItems(workspaceId, line).map((Item) => ({ action: { Put: { Item } } }));

export const lineOfItem = (item: Item): AuditLine => AuditLine.parse(item, parseContext());

/** Where the change lies that a line is of; undefined for what is no record's change. */
function changeKey(workspaceId: string, { id, at, action, record }: AuditLine): Key | undefined {
  if (!record || !action.startsWith('record.')) return undefined;
  const { pk } = recordKey(workspaceId, record.kind as IdKind, record.id);
  return { pk, sk: timelineSk(at, id) };
}

/** The changes that lines are of, by id, without those that are erased; one BatchGet a hundred. */
export async function changesOf(
  workspaceId: string,
  lines: readonly AuditLine[],
): Promise<Map<string, StoredChange>> {
  const keys = lines.flatMap((line) => changeKey(workspaceId, line) ?? []);
  if (keys.length === 0) return new Map();
  const items = await getItems(keys);
  const found = keys.flatMap((key) => items.get(nameOf(key)) ?? []);
  return new Map(found.map((item) => [String(item.id), changeOfItem(item)]));
}

/** Instants: `from` is in, `to` is not. */
export type Between = { from?: string | undefined; to?: string | undefined };
const first = ' ';
const last = '~';

/** AUDIT-2, AUDIT-3: the lines of a record or of an actor, newest first; one Query a page. */
export const auditPage = (
  workspaceId: string,
  of: { recordId: string } | { actorId: string },
  { from = first, to = last }: Between,
  page: PageRequest,
): Promise<Page<AuditLine>> => {
  const pk =
    'recordId' in of ? auditRecordPk(workspaceId, of.recordId) : auditActorPk(workspaceId, of.actorId);
  return queryPage({ pk, from, to, newestFirst: true }, page, `audit ${from} ${to}`, lineOfItem);
};

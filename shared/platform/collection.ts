import { shownEntry, type TimelineEntry } from '../activities/timeline.ts';
import { goneAs, notFound } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { Item, Key } from '../core/projection.ts';
import { type OwnedKind, type RecordBase, recordKey } from '../core/record.ts';
import { reachOf } from '../core/rights.ts';
import { assertWithin, type Scope } from '../core/scope.ts';
import { cursorOf, keyOf } from './cursor.ts';
import { queryItems } from './dynamo.ts';
import type { Ids } from './merged.ts';
import { parseContext } from './parse-context.ts';

const listed = 'timeline';
const firstEntry = '#';
const afterEntries = '$'; // the character behind `#`

/** A timeline's activities are for who may read activities: an API key may be held to less. */
const isShownTo = (scope: Scope) => {
  const readsActivities = reachOf(scope, 'activity', 'read').reach !== 'none';
  return ({ type }: Item) => readsActivities || type !== 'activity';
};

/** A stretch of a timeline, newest first, and the last key that was read where there may be more behind it. */
type Stretch = { items: Item[]; cut: Key | undefined };
/** The newest entries of a record's own timeline behind a place; one more than asked for tells whether there are older ones. */
async function entriesOf(
  of: OwnedKind<RecordBase>['kind'],
  { workspaceId }: Scope,
  id: string,
  limit: number,
  after?: Key,
): Promise<Stretch> {
  const { pk } = recordKey(workspaceId, of, id);
  const { items, last } = await queryItems({
    pk,
    from: firstEntry,
    to: afterEntries,
    newestFirst: true,
    consistent: true,
    limit: limit + 1,
    after: after && { pk, sk: after.sk },
  });
  return { items, cut: last };
}

/** The newest of several stretches. One that was cut at 1 MB says nothing of what is older than its last entry, and so nobody does. */
function newestOf(stretches: readonly Stretch[], limit: number): { items: Item[]; isMore: boolean } {
  const floor = stretches.reduce((least, { cut }) => (cut && cut.sk > least ? cut.sk : least), '');
  const all = stretches.flatMap(({ items }) => items).sort((a, b) => (a.sk < b.sk ? 1 : -1));
  const known = all.filter(({ sk }) => sk >= floor);
  return { items: known.slice(0, limit), isMore: floor !== '' || known.length > limit };
}

/**
 * A record, the items beside it, and the newest of its timeline in one Query (one more for each record that was merged into it): read backwards, the record's sort key
 * comes before those of its timeline. `beside` counts the other items that may stand between. `cursor` goes on in
 * `timelinePage`.
 */
export async function readCollection<T extends RecordBase>(
  of: OwnedKind<T>,
  scope: Scope,
  id: string,
  { timeline, beside = 0 }: { timeline: number; beside?: number },
): Promise<{ record: T; beside: Item[]; timeline: TimelineEntry[]; cursor: string | undefined }> {
  const { pk, sk } = recordKey(scope.workspaceId, of.kind, id);
  const limit = 1 + beside + timeline + 1; // one more tells whether there are older ones
  const { items, last: cut } = await queryItems({
    pk,
    from: firstEntry,
    to: sk,
    newestFirst: true,
    limit,
    consistent: true,
  });
  const [item, ...rest] = items;
  if (item?.sk !== sk) throw notFound(of.kind, id);
  const record = of.schema.parse(item, parseContext());
  if (record.deletedAt) throw goneAs(of.kind, id, record.mergedInto);
  assertWithin(scope, of.kind, id, of.ownerOf(record));
  const isEntry = ({ sk: own }: Item) => own < afterEntries;
  // A page is cut where 1 MB is full before the limit is reached; what it holds of entries is not more than asked for.
  const own: Stretch = { items: rest.filter(isEntry), cut: cut && items.length < limit ? cut : undefined };
  const merged = (record.mergedIds ?? []).map((one) => entriesOf(of.kind, scope, one, timeline));
  const { items: shown, isMore } = newestOf([own, ...(await Promise.all(merged))], timeline);
  const last = shown.at(-1);
  return {
    record,
    beside: rest.filter((one) => !isEntry(one)),
    timeline: shown.filter(isShownTo(scope)).map(shownEntry),
    cursor: isMore && last ? await cursorOf({ pk, sk: last.sk }, listed) : undefined,
  };
}

/**
 * TIMELINE-1: a record's activities and changes, newest first, with those of the records that were merged into it (`ids`);
 * a Query for each of them and page. The cursor is the record's own. Who asks must see the record (`assertSeen`).
 */
export async function timelinePage(
  of: OwnedKind<RecordBase>['kind'],
  scope: Scope,
  [id, ...merged]: Ids,
  page: PageRequest,
): Promise<Page<TimelineEntry>> {
  const { pk } = recordKey(scope.workspaceId, of, id);
  const after = page.cursor ? await keyOf(page.cursor, pk, listed) : undefined;
  const parts = await Promise.all([id, ...merged].map((one) => entriesOf(of, scope, one, page.limit, after)));
  const { items, isMore } = newestOf(parts, page.limit);
  const last = items.at(-1);
  return {
    items: items.filter(isShownTo(scope)).map(shownEntry),
    cursor: isMore && last ? await cursorOf({ pk, sk: last.sk }, listed) : undefined,
  };
}

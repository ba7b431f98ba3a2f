import { shownEntry, type TimelineEntry } from '../activities/timeline.ts';
import { notFound } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { Item } from '../core/projection.ts';
import { type OwnedKind, type RecordBase, recordKey } from '../core/record.ts';
import { reachOf } from '../core/rights.ts';
import { assertWithin, type Scope } from '../core/scope.ts';
import { cursorOf, queryPage } from './cursor.ts';
import { queryItems } from './dynamo.ts';
import { parseContext } from './parse-context.ts';

const listed = 'timeline';
const firstEntry = '#';
const afterEntries = '$'; // the character behind `#`

/** A timeline's activities are for who may read activities: an API key may be held to less. */
const isShownTo = (scope: Scope) => {
  const readsActivities = reachOf(scope, 'activity', 'read').reach !== 'none';
  return ({ type }: Item) => readsActivities || type !== 'activity';
};

/**
 * A record, the items beside it, and the newest of its timeline in one Query: read backwards, the record's sort key
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
  if (record.deletedAt) throw notFound(of.kind, id);
  assertWithin(scope, of.kind, id, of.ownerOf(record));
  const isEntry = ({ sk: own }: Item) => own < afterEntries;
  const entries = rest.filter(isEntry);
  const shown = entries.slice(0, timeline);
  const last = shown.at(-1);
  return {
    record,
    beside: rest.filter((one) => !isEntry(one)),
    timeline: shown.filter(isShownTo(scope)).map(shownEntry),
    // A page is cut where 1 MB is full before the limit is reached.
    cursor:
      (entries.length > timeline || (cut && items.length < limit)) && last
        ? await cursorOf(last, listed)
        : undefined,
  };
}

/** TIMELINE-1: a record's activities and changes, newest first; one Query a page. Who asks must see the record (`assertSeen`). */
export async function timelinePage(
  of: OwnedKind<RecordBase>['kind'],
  scope: Scope,
  id: string,
  page: PageRequest,
): Promise<Page<TimelineEntry>> {
  const { pk } = recordKey(scope.workspaceId, of, id);
  const range = { pk, from: firstEntry, to: afterEntries, newestFirst: true, consistent: true };
  const { items, cursor } = await queryPage(range, page, listed, (item) => item);
  return { items: items.filter(isShownTo(scope)).map(shownEntry), cursor };
}

import { TimelineEntry } from '../activities/timeline.ts';
import { notFound } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { Item } from '../core/projection.ts';
import { type RecordBase, type RecordKind, recordKey } from '../core/record.ts';
import { queryPage } from './cursor.ts';
import { queryItems } from './dynamo.ts';

const firstEntry = '#';
const afterEntries = '$'; // the character behind `#`

/**
 * A record, the items beside it, and the newest of its timeline in one Query: read backwards, the record's sort key
 * comes before those of its timeline. `beside` counts the other items that may stand between.
 */
export async function readCollection<T extends RecordBase>(
  of: RecordKind<T>,
  workspaceId: string,
  id: string,
  { timeline, beside = 0 }: { timeline: number; beside?: number },
): Promise<{ record: T; beside: Item[]; timeline: TimelineEntry[] }> {
  const { pk, sk } = recordKey(workspaceId, of.kind, id);
  const limit = 1 + beside + timeline;
  const { items } = await queryItems({
    pk,
    from: firstEntry,
    to: sk,
    newestFirst: true,
    limit,
    consistent: true,
  });
  const [record, ...rest] = items;
  if (record?.sk !== sk) throw notFound(of.kind, id);
  const isEntry = (item: Item) => item.sk < afterEntries;
  return {
    record: of.schema.parse(record),
    beside: rest.filter((item) => !isEntry(item)),
    timeline: rest
      .filter(isEntry)
      .slice(0, timeline)
      .map((item) => TimelineEntry.parse(item)),
  };
}

/** TIMELINE-1: a record's activities and changes, newest first; one Query a page. */
export const timelinePage = (
  of: RecordKind<RecordBase>['kind'],
  workspaceId: string,
  id: string,
  page: PageRequest,
): Promise<Page<TimelineEntry>> =>
  queryPage(
    {
      pk: recordKey(workspaceId, of, id).pk,
      from: firstEntry,
      to: afterEntries,
      newestFirst: true,
      consistent: true,
    },
    page,
    'timeline',
    (item) => TimelineEntry.parse(item),
  );

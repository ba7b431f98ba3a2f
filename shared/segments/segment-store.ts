import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { nameOf } from '../core/projection.ts';
import type { Change } from '../core/record.ts';
import { retryLostRace } from '../platform/again.ts';
import { commit, type Write } from '../platform/commit.ts';
import { getItem, getItems } from '../platform/dynamo.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore } from '../platform/record-store.ts';
import { workspaceStore } from '../workspaces/workspace-store.ts';
import {
  assertAsksAnew,
  type Catalogue,
  catalogueAfter,
  catalogueDating,
  catalogueKey,
  catalogueOf,
  type Dated,
  inZone,
  walkedKey,
  walkedOf,
} from './catalogue.ts';
import { type Segment, segmentRecord } from './segment.ts';
import type { SegmentKind } from './segment-kinds.ts';
import { segmentListPk } from './segment-projection.ts';

/** SEGMENT-1: by id, one GetItem. */
export const segmentStore = recordStore(segmentRecord);

/** SEGMENT-2: one Query and one BatchGet a page. */
export const segmentPage = (
  workspaceId: string,
  of: SegmentKind | undefined,
  page: PageRequest,
): Promise<Page<Segment>> =>
  recordPage({ pk: segmentListPk(workspaceId, of) }, page, `segments ${of ?? ''}`, (ids) =>
    segmentStore.getMany(workspaceId, ids),
  );

const overtaken = () =>
  new AppError('conflict', 'version_conflict', 'Another segment was changed at this moment. Try again.');
function catalogueWrite(workspaceId: string, kind: SegmentKind, before: Catalogue, after: Catalogue): Write {
  const guard =
    before.version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'version = :before',
          ExpressionAttributeValues: { ':before': before.version },
        };
  const Item = { ...after, ...catalogueKey(workspaceId, kind) };
  return { action: { Put: { Item, ...guard } }, refused: overtaken };
}

/**
 * Stores a change of a segment and what records borrow of it in one transaction; `unlessThere`: where no other asks for the same.
 * Throws `too_many_segments`, `segment_exists`, and `version_conflict` where another segment of the kind came in between.
 */
export async function saveSegment(change: Change<Segment>, by: Context, unlessThere = false): Promise<void> {
  const { workspaceId, of, condition } = (change.after ?? change.before) as Segment;
  const catalogue = catalogueOf(await getItem(catalogueKey(workspaceId, of)));
  if (unlessThere) assertAsksAnew(catalogue, condition);
  const { timeZone } = catalogue.version > 0 ? catalogue : await workspaceStore.get(workspaceId, workspaceId);
  const next = catalogueAfter(catalogue, change, timeZone, by.now);
  await segmentStore.save(change, by, next ? [catalogueWrite(workspaceId, of, catalogue, next)] : []);
}

/** SEGMENT-3: what has a kind's records lie by the days of these fields and of no others; nothing where they do. One GetItem. */
export async function datesWrite(
  workspaceId: string,
  kind: SegmentKind,
  wanted: readonly Pick<Dated, 'field' | 'yearly'>[],
): Promise<Write[]> {
  const catalogue = catalogueOf(await getItem(catalogueKey(workspaceId, kind)));
  if (catalogue.version === 0 && wanted.length === 0) return [];
  const { timeZone } = catalogue.version > 0 ? catalogue : await workspaceStore.get(workspaceId, workspaceId);
  const next = catalogueDating(catalogue, wanted, timeZone);
  return next ? [catalogueWrite(workspaceId, kind, catalogue, next)] : [];
}

/** SEGMENT-3, SEGMENT-4: the last version of a kind's definitions, where not every record was looked at since. One BatchGet. */
export async function versionToWalk(workspaceId: string, kind: SegmentKind): Promise<number | undefined> {
  const [catalogue, walked] = [catalogueKey(workspaceId, kind), walkedKey(workspaceId, kind)];
  const items = await getItems([catalogue, walked]);
  const { version } = catalogueOf(items.get(nameOf(catalogue)));
  return version > walkedOf(items.get(nameOf(walked))).version ? version : undefined;
}

/** Has a kind's days begin by another zone. Does nothing where they do already. */
export const setZone = (
  workspaceId: string,
  kind: SegmentKind,
  timeZone: string,
  now: string,
): Promise<void> =>
  retryLostRace(async () => {
    const catalogue = catalogueOf(await getItem(catalogueKey(workspaceId, kind)));
    if (catalogue.version === 0 || catalogue.timeZone === timeZone) return;
    await commit([catalogueWrite(workspaceId, kind, catalogue, inZone(catalogue, timeZone, now))]);
  });

/** SEGMENT-3, SEGMENT-4: the ids of those whose records have all been looked at since they became what they are; one BatchGet. */
export async function readyAmong(segments: readonly Segment[]): Promise<Set<string>> {
  const keys = segments.flatMap(({ workspaceId, of }) => [
    catalogueKey(workspaceId, of),
    walkedKey(workspaceId, of),
  ]);
  const items = keys.length > 0 ? await getItems(keys) : new Map();
  const isReady = ({ workspaceId, of, id }: Segment) => {
    const { segments: all } = catalogueOf(items.get(nameOf(catalogueKey(workspaceId, of))));
    const { version } = walkedOf(items.get(nameOf(walkedKey(workspaceId, of))));
    const own = all.find((one) => one.id === id);
    return own !== undefined && own.since <= version;
  };
  return new Set(segments.filter(isReady).map(({ id }) => id));
}

import type { Actor, Context } from '../core/actor.ts';
import { AppError, referenceUnknown } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { retryLostRace } from '../platform/again.ts';
import type { Write } from '../platform/commit.ts';
import { queryItems } from '../platform/dynamo.ts';
import { readCounters } from '../platform/projection-store.ts';
import { mustExist, recordStore } from '../platform/record-store.ts';
import { scopedPage } from '../platform/scoped-page.ts';
import { segmentStore } from '../segments/segment-store.ts';
import { assertHasViews } from './may-view.ts';
import { deleteView, View, viewRecord } from './view.ts';
import type { ViewKind } from './view-kinds.ts';
import { viewCounters, viewsPk } from './view-projection.ts';

/** VIEW-1: by id, one GetItem. */
export const viewStore = recordStore(viewRecord);

/**
 * A view that `assertMay` lets this actor have. Keys that have no views are refused before it is known whether there is one.
 * Throws `view_not_found` and what `assertMay` throws.
 */
export async function seenView(
  actor: Actor,
  id: string,
  assertMay: (actor: Actor, view: View) => void,
): Promise<View> {
  assertHasViews(actor);
  const view = await viewStore.get(actor.workspaceId, id);
  assertMay(actor, view);
  return view;
}

/** VIEW-2: one's own and the shared ones, whole: one Query each. */
export const viewPage = (
  { workspaceId, id }: Actor,
  of: ViewKind | undefined,
  page: PageRequest,
): Promise<Page<View>> => {
  const base = viewsPk(workspaceId);
  const range = of ? { from: `${of}#`, to: `${of}#~` } : {};
  const wanted = { base, partitions: [base, viewsPk(workspaceId, id)], ...range };
  return scopedPage(wanted, page, `views ${of ?? ''}`, ({ view }) => View.parse(view));
};

const most = { private: 100, shared: 200 };
/** VIEW-3: room for one more where it comes to stand; what came in the last second is not counted. Throws `too_many_views`. */
export async function assertRoomFor(view: View, before?: View): Promise<void> {
  const { workspaceId, ownerId, visibility } = view;
  if (before?.visibility === visibility) return;
  const { count = 0 } = await readCounters(
    viewCounters(workspaceId, visibility === 'private' ? ownerId : undefined),
  );
  if (count < most[visibility]) return;
  const whose = visibility === 'private' ? 'of your own' : 'that are shared in the workspace';
  const detail = `There are ${most[visibility]} views ${whose}, which is the most. Delete one first.`;
  throw new AppError('conflict', 'too_many_views', detail);
}

/**
 * What a view newly names must be there, in sight, and a segment of the view's kind; held to it in the transaction that stores
 * the view. What goes later leaves the view as it is. Throws `reference_unknown`.
 */
export async function referencesOf({ permissions }: Actor, view: View, before?: View): Promise<Write[]> {
  const { workspaceId, of, segmentId, pipelineId } = view;
  const writes: Write[] = [];
  if (segmentId && segmentId !== before?.segmentId) {
    const seen = permissions.includes('segments:read') && (await segmentStore.find(workspaceId, segmentId));
    if (!seen || seen.of !== of)
      throw referenceUnknown('/segmentId', `There is no segment ${segmentId} of ${of} records.`);
    writes.push(mustExist(workspaceId, 'segment', segmentId, '/segmentId'));
  }
  if (pipelineId && pipelineId !== before?.pipelineId) {
    if (!permissions.includes('pipelines:read'))
      throw referenceUnknown('/pipelineId', `There is no pipeline ${pipelineId}.`);
    writes.push(mustExist(workspaceId, 'pipeline', pipelineId, '/pipelineId'));
  }
  return writes;
}

/** VIEW-4: deletes what somebody who is gone kept for themselves. May be repeated. */
export async function deletePrivateViews(userId: string, by: Context): Promise<void> {
  const { workspaceId } = by.actor;
  const pk = viewsPk(workspaceId, userId);
  const { items } = await queryItems({ pk, limit: 2 * most.private, consistent: true });
  for (const { id } of items)
    await retryLostRace(async () => {
      const view = await viewStore.find(workspaceId, String(id));
      if (view?.visibility === 'private' && view.ownerId === userId)
        await viewStore.save(deleteView(view), by);
    });
}

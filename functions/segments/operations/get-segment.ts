import { operation } from '../../../shared/platform/api.ts';
import { memberCount } from '../../../shared/segments/member-store.ts';
import { getSegmentRoute } from '../../../shared/segments/segment-routes.ts';
import { readyAmong, segmentStore } from '../../../shared/segments/segment-store.ts';

export const getSegmentOperation = operation(getSegmentRoute, async ({ actor, params }) => {
  const segment = await segmentStore.get(actor.workspaceId, params.segmentId);
  const [ready, count] = await Promise.all([readyAmong([segment]), memberCount(actor, segment)]);
  return { ...segment, ready: ready.has(segment.id), memberCount: count };
});

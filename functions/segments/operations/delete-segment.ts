import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { deleteSegment } from '../../../shared/segments/segment.ts';
import { deleteSegmentRoute } from '../../../shared/segments/segment-routes.ts';
import { saveSegment, segmentStore } from '../../../shared/segments/segment-store.ts';

export const deleteSegmentOperation = operation(deleteSegmentRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const segment = await segmentStore.get(by.actor.workspaceId, params.segmentId);
    assertMatch(segment, match);
    await saveSegment(deleteSegment(segment), by);
    return undefined;
  }),
);

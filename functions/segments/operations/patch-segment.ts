import { assertMayAskFor } from '../../../shared/conditions/condition-store.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { patchSegment } from '../../../shared/segments/segment.ts';
import { patchSegmentRoute } from '../../../shared/segments/segment-routes.ts';
import { readyAmong, saveSegment, segmentStore } from '../../../shared/segments/segment-store.ts';

export const patchSegmentOperation = operation(patchSegmentRoute, async ({ params, body, match, ...by }) => {
  const segment = await retryLostRace(async () => {
    const found = await segmentStore.get(by.actor.workspaceId, params.segmentId);
    assertMatch(found, match);
    if (body.condition) await assertMayAskFor(by.actor, found.of, body.condition, '/condition');
    const change = patchSegment(found, body, by);
    if (changesNothing(change)) return found;
    await saveSegment(change, by);
    return change.after;
  });
  return { ...segment, ready: (await readyAmong([segment])).has(segment.id) };
});

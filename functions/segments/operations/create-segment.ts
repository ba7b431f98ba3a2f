import { assertMayAskFor } from '../../../shared/conditions/condition-store.ts';
import { answeringWith } from '../../../shared/core/actor.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { createSegment, type Segment } from '../../../shared/segments/segment.ts';
import { createSegmentRoute } from '../../../shared/segments/segment-routes.ts';
import { saveSegment } from '../../../shared/segments/segment-store.ts';

const shown = (segment: Segment) => ({ ...segment, ready: false });

export const createSegmentOperation = operation(createSegmentRoute, async ({ body, ...by }) => {
  await assertMayAskFor(by.actor, body.of, body.condition, '/condition');
  const change = createSegment(body, by);
  await retryLostRace(() => saveSegment(change, answeringWith(by, shown), body.unlessThere));
  return shown(change.after);
});

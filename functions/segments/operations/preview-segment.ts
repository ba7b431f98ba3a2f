import { assertMayAskFor } from '../../../shared/conditions/condition-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { assertReads, previewOf } from '../../../shared/segments/member-store.ts';
import { previewSegmentRoute } from '../../../shared/segments/segment-routes.ts';

export const previewSegmentOperation = operation(previewSegmentRoute, async ({ actor, body, now }) => {
  const { of, condition } = body;
  assertReads(actor, of);
  await assertMayAskFor(actor, of, condition, '/condition');
  return previewOf(actor, of, condition, now);
});

import { assertMayAskFor } from '../../../shared/conditions/condition-store.ts';
import { assertPermitted } from '../../../shared/core/permitted.ts';
import { recordPermission } from '../../../shared/core/policy.ts';
import { operation } from '../../../shared/platform/api.ts';
import { previewOf } from '../../../shared/segments/member-store.ts';
import { previewSegmentRoute } from '../../../shared/segments/segment-routes.ts';

export const previewSegmentOperation = operation(previewSegmentRoute, async ({ actor, body, now }) => {
  const { of, condition } = body;
  assertPermitted(actor, recordPermission(of, 'read'));
  await assertMayAskFor(actor, of, condition, '/condition');
  return previewOf(actor, of, condition, now);
});

import { operation } from '../../../shared/platform/api.ts';
import { memberPage } from '../../../shared/segments/member-store.ts';
import { listSegmentMembersRoute } from '../../../shared/segments/segment-routes.ts';
import { segmentStore } from '../../../shared/segments/segment-store.ts';

export const listSegmentMembersOperation = operation(
  listSegmentMembersRoute,
  async ({ actor, params, query }) =>
    memberPage(actor, await segmentStore.get(actor.workspaceId, params.segmentId), query) as never,
);

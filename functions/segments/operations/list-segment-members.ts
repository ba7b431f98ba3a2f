import { operation } from '../../../shared/platform/api.ts';
import { memberPage } from '../../../shared/segments/member-store.ts';
import { listSegmentMembersRoute } from '../../../shared/segments/segment-routes.ts';

export const listSegmentMembersOperation = operation(listSegmentMembersRoute, ({ actor, params, query }) =>
  memberPage(actor, params.segmentId, query),
);

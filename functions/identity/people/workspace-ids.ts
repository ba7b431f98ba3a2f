import { Authorization } from '../../../shared/identity/membership.ts';
import type { ApiEvent } from '../../../shared/platform/request.ts';

/** The workspaces that a credential opens, as its authorizer found them. */
export const workspaceIdsOf = ({ requestContext }: ApiEvent): string[] =>
  Authorization.parse(requestContext.authorizer?.lambda ?? {}).memberships.map(
    ({ workspaceId }) => workspaceId,
  );

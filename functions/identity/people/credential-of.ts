import { Authorization } from '../../../shared/identity/membership.ts';
import type { ApiEvent } from '../../../shared/platform/request.ts';

/** Whose a credential is, and the workspaces that it opens, as its authorizer found them. */
export function credentialOf({ requestContext }: ApiEvent): {
  subject: string | undefined;
  workspaceIds: string[];
} {
  const { subject, memberships } = Authorization.parse(requestContext.authorizer?.lambda ?? {});
  return { subject, workspaceIds: memberships.map(({ workspaceId }) => workspaceId) };
}

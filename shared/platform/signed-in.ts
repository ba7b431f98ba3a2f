import { AppError } from '../core/errors.ts';
import { Authorization } from '../identity/membership.ts';
import { parseContext } from './parse-context.ts';
import type { ApiEvent } from './request.ts';

type SignedIn = {
  subject: string;
  sessionId: string;
  memberships: Authorization['memberships'];
};

/** The session that a request is of. Throws 403 `needs_session` for an API key, which has none. */
export function signedIn(event: ApiEvent): SignedIn {
  const { subject, sessionId, memberships } = Authorization.parse(
    event.requestContext.authorizer?.lambda ?? {},
    parseContext(),
  );
  if (subject !== undefined && sessionId !== undefined) return { subject, sessionId, memberships };
  const detail = 'An API key cannot do this; send the access token of a person who has signed in.';
  throw new AppError('forbidden', 'needs_session', detail);
}

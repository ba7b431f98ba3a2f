import type { ApiKey } from './api-key.ts';
import type { Credential } from './credential-store.ts';
import type { Authorization } from './membership.ts';
import { type Claims, type Session, sessionEndS } from './session.ts';

export const refuse = (refused: string): Authorization => ({ refused, memberships: [] });

/** Why nobody may act with a credential, whoever's it is; undefined where it has workspaces. */
function refusalOfCredential(credential: Credential | undefined): string | undefined {
  if (!credential) return 'user_unknown';
  return credential.memberships.length > 0 ? undefined : 'user_deactivated';
}

const seconds = (iso: string) => Date.parse(iso) / 1000;
/** Why a good token is refused all the same; undefined where its session may go on, or begin. */
export function refusalOfToken(
  { signedInS }: Claims,
  credential: Credential | undefined,
  session: Session | undefined,
  now: string,
): string | undefined {
  const refused = refusalOfCredential(credential);
  if (refused) return refused;
  if (session?.revokedAt) return 'session_revoked';
  // Of a sign-in before they signed out everywhere, whether or not it was ever seen here.
  if (credential?.signedOutAt && signedInS < Math.floor(seconds(credential.signedOutAt)))
    return 'session_revoked';
  return sessionEndS(signedInS) <= seconds(now) ? 'token_expired' : undefined;
}

/** Why a key is refused by itself. */
export function refusalOfKey(
  key: Pick<ApiKey, 'revokedAt' | 'expiresAt'> | undefined,
  now: string,
): string | undefined {
  if (!key) return 'key_unknown';
  if (key.revokedAt) return 'key_revoked';
  return key.expiresAt <= now ? 'key_expired' : undefined;
}

/** A key acts as its user in its one workspace, held to its own roles and scopes, and dies with their membership. */
export function authorizationOfKey(key: ApiKey, credential: Credential | undefined): Authorization {
  const refused = refusalOfCredential(credential);
  if (refused || !credential) return refuse(refused ?? 'user_unknown');
  const memberships = credential.memberships.filter(({ workspaceId }) => workspaceId === key.workspaceId);
  if (memberships.length === 0 || credential.userId !== key.userId) return refuse('user_deactivated');
  const { userId, keyId, roles, scopes, subject } = key;
  return { userId, memberships, subject, keyId, cap: roles, ...(scopes && { scopes }) };
}

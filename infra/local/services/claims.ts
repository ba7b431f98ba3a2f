import { accessTokenMinutes } from '../../../shared/identity/session.ts';
import type { PoolUser, SignIn } from './user-pool.ts';

/** An app client of the user pool, and where it may send people back to: signed in, and signed out. */
export type Client = { id: string; callbacks: string[]; logouts: string[] };
export type Signer = (claims: Record<string, unknown>, user: PoolUser) => Promise<string>;

/** How long a token is good for, in seconds. */
export const lifetimeS = accessTokenMinutes * 60;

/** What all tokens of one sign-in have in common, refreshed ones too. */
const common = ({ originJti, signedInS }: SignIn) => ({ origin_jti: originJti, auth_time: signedInS });

/** The claims of a Cognito access token (Cognito developer guide, "Understanding the access token"). */
export const accessClaims = (user: PoolUser, signIn: SignIn) => ({
  ...common(signIn),
  token_use: 'access',
  client_id: signIn.clientId,
  username: user.sub,
  scope: 'openid email profile',
  version: 2,
});

export const idClaims = ({ sub, email, name }: PoolUser, signIn: SignIn, nonce: string) => ({
  ...common(signIn),
  token_use: 'id',
  aud: signIn.clientId,
  'cognito:username': sub,
  email,
  email_verified: true,
  name,
  ...(nonce && { nonce }),
});

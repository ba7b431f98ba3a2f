import { type DemoUser, demoUsers } from '../demo/users.ts';

/** An app client of the user pool, and where it may be sent back to. */
export type Client = { id: string; callbacks: string[] };
export type Signer = (claims: Record<string, unknown>, user: DemoUser) => Promise<string>;

/** How long a token is good for, in seconds. */
export const lifetimeS = 3600;

/** The claims of a Cognito access token (Cognito developer guide, "Understanding the access token"). */
export const accessClaims = (user: DemoUser, clientId: string, originJti: string) => ({
  token_use: 'access',
  client_id: clientId,
  username: user.sub,
  origin_jti: originJti,
  scope: 'openid email profile',
  version: 2,
});

export const userOf = (email: string): DemoUser | undefined =>
  demoUsers.find((user) => user.email === email.trim().toLowerCase());

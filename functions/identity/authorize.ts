import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { findCredential } from '../../shared/identity/credential-store.ts';
import type { Authorization } from '../../shared/identity/membership.ts';
import { env } from '../../shared/platform/env.ts';
import { logger } from '../../shared/platform/logger.ts';

const keys = createRemoteJWKSet(new URL(`${env('ISSUER_URL')}/.well-known/jwks.json`), {
  cacheMaxAge: 3_600_000,
});

const codeOf = (error: unknown) =>
  error instanceof errors.JWTExpired
    ? 'token_expired'
    : error instanceof errors.JOSEError
      ? 'token_invalid'
      : undefined;

/** A Cognito access token: RS256, of our issuer, for our client (which Cognito names in `client_id`, not in `aud`). */
async function verified(token: string): Promise<JWTPayload | undefined> {
  const { payload } = await jwtVerify(token, keys, {
    issuer: env('ISSUER_URL'),
    algorithms: ['RS256'],
    requiredClaims: ['sub', 'exp'],
  });
  const isOurs = payload.token_use === 'access' && payload.client_id === env('ISSUER_AUDIENCE');
  return isOurs ? payload : undefined;
}

async function authorization(header: string): Promise<Authorization> {
  const token = /^Bearer +([^ ]+)$/i.exec(header)?.[1];
  if (!token) return { refused: 'credential_malformed', memberships: [] };
  const payload = await verified(token);
  const credential = payload?.sub ? await findCredential(payload.sub) : undefined;
  if (!payload) return { refused: 'token_invalid', memberships: [] };
  return credential ?? { refused: 'user_unknown', memberships: [] };
}

/**
 * Turns a credential into a user and their workspaces. A bad one is let through with its reason, for the function to
 * answer in problem+json: an HTTP API cannot shape its own errors.
 */
export async function handler(event: APIGatewayRequestAuthorizerEventV2) {
  try {
    return { isAuthorized: true, context: await authorization(event.headers?.authorization ?? '') };
  } catch (error) {
    const refused = codeOf(error);
    if (!refused) {
      logger.error('authorizer failed', { error: error as Error });
      throw error;
    }
    return { isAuthorized: true, context: { refused, memberships: [] } };
  }
}

import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { findCredential } from '../../shared/identity/credential-store.ts';
import type { Authorization } from '../../shared/identity/membership.ts';
import { env } from '../../shared/platform/env.ts';
import { logger } from '../../shared/platform/logger.ts';

const keys = createRemoteJWKSet(new URL(`${env('ISSUER_URL')}/.well-known/jwks.json`), {
  cacheMaxAge: 3_600_000,
});

/** Faults of the issuer's key set or of the way to it: they say nothing about the token. */
const issuersFaults = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

/** Why a token is refused; undefined where the fault is not the token's. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof errors.JWTExpired) return 'token_expired';
  const isTokens = error instanceof errors.JOSEError && !issuersFaults.has(error.code);
  return isTokens ? 'token_invalid' : undefined;
}

/** A Cognito access token: RS256, of our issuer, for our client (which Cognito names in `client_id`, not in `aud`). */
function isOurs({ sub, token_use, client_id }: JWTPayload): boolean {
  return typeof sub === 'string' && token_use === 'access' && client_id === env('ISSUER_AUDIENCE');
}

const refuse = (refused: string): Authorization => ({ refused, memberships: [] });

async function authorization(header: string): Promise<Authorization> {
  const token = /^Bearer +([^ ]+) *$/i.exec(header)?.[1];
  if (!token) return refuse('credential_malformed');
  const { payload } = await jwtVerify(token, keys, {
    issuer: env('ISSUER_URL'),
    algorithms: ['RS256'],
    requiredClaims: ['sub', 'exp'],
    clockTolerance: 5,
  });
  if (!isOurs(payload)) return refuse('token_invalid');
  return (await findCredential(payload.sub as string)) ?? refuse('user_unknown');
}

/**
 * Turns a credential into a user and their workspaces. A bad one is let through with its reason, for the function to
 * answer in problem+json: an HTTP API cannot shape its own errors. Throws only where the issuer or the table cannot be
 * reached, which the gateway answers with 500 and does not keep.
 */
export async function handler(event: APIGatewayRequestAuthorizerEventV2) {
  try {
    return { isAuthorized: true, context: await authorization(event.headers?.authorization ?? '') };
  } catch (error) {
    const refused = refusalOf(error);
    if (refused) return { isAuthorized: true, context: refuse(refused) };
    logger.error('authorizer failed', { error: error as Error });
    throw error;
  }
}

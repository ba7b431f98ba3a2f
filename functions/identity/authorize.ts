import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { type ApiKey, useOf } from '../../shared/identity/api-key.ts';
import { findApiKey, recordUse } from '../../shared/identity/api-key-store.ts';
import { authorizationOfKey, refusalOfKey, refusalOfToken, refuse } from '../../shared/identity/authorize.ts';
import { findCredential } from '../../shared/identity/credential-store.ts';
import { hashOfKey, isKeyText, looksLikeKey } from '../../shared/identity/key-text.ts';
import type { Authorization } from '../../shared/identity/membership.ts';
import { type Caller, type Claims, isStale, newSession, sessionIdOf } from '../../shared/identity/session.ts';
import { beginSession, findSession, touchSession } from '../../shared/identity/session-store.ts';
import { senderOf } from '../../shared/platform/behind-edge.ts';
import { env } from '../../shared/platform/env.ts';
import { logger } from '../../shared/platform/logger.ts';
import { countRequest } from '../../shared/platform/parse-context.ts';

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

/**
 * A Cognito access token, for our client (which Cognito names in `client_id`, not in `aud`), of a session that can be
 * ended: a client with token revocation gives every token an `origin_jti`.
 */
function claimsOf({ sub, token_use, client_id, origin_jti, auth_time }: JWTPayload): Claims | undefined {
  if (token_use !== 'access' || client_id !== env('ISSUER_AUDIENCE')) return undefined;
  if (typeof sub !== 'string' || typeof origin_jti !== 'string' || origin_jti === '') return undefined;
  if (typeof auth_time !== 'number' || !Number.isSafeInteger(auth_time)) return undefined;
  return { subject: sub, sessionId: sessionIdOf(origin_jti), signedInS: auth_time };
}

const patienceMs = 100;
/** Writes what no request is to wait or to fail for: a Lambda sleeps once it has answered, so that it is given a moment. */
async function onTheSide(write: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  const done = write.catch(async (error: unknown) => {
    const { count } = await import('../../shared/platform/metrics.ts'); // rarely, so not in the cold start
    count('UseUnrecorded');
    logger.warn('last use not recorded', { error: error as Error });
  });
  await Promise.race([done, late]);
  clearTimeout(timer);
}

async function byToken(token: string, caller: Caller, now: string): Promise<Authorization> {
  const { payload } = await jwtVerify(token, keys, {
    issuer: env('ISSUER_URL'),
    algorithms: ['RS256'],
    requiredClaims: ['sub', 'exp'],
    clockTolerance: 5,
  });
  const claims = claimsOf(payload);
  if (!claims) return refuse('token_invalid');
  const { subject, sessionId } = claims;
  const { credential, session: known } = await findSession(subject, sessionId);
  const refused = refusalOfToken(claims, credential, known, now);
  if (refused || !credential) return refuse(refused ?? 'user_unknown');
  const { userId, memberships } = credential;
  const workspaceIds = memberships.map(({ workspaceId }) => workspaceId);
  const session = known ?? (await beginSession(newSession(claims, userId, caller), workspaceIds));
  if (session.revokedAt || session.subject !== subject) return refuse('session_revoked');
  if (known && isStale(known.lastSeenAt ?? known.startedAt, now))
    await onTheSide(touchSession(known, workspaceIds, now));
  return { userId, memberships, subject, sessionId };
}

async function byKey(text: string, { from }: Caller, now: string): Promise<Authorization> {
  if (!isKeyText(text)) return refuse('credential_malformed');
  const hash = hashOfKey(text);
  const key = await findApiKey(hash);
  const refused = refusalOfKey(key, now);
  if (refused) return refuse(refused);
  const found = key as ApiKey;
  const answer = authorizationOfKey(found, await findCredential(found.subject));
  const { touches, isNews } = useOf(found, from, now, isStale(found.lastUsedAt, now));
  if (!answer.refused && touches) await onTheSide(recordUse(found, { hash, from, now }, isNews));
  return answer;
}

const callerOf = (event: APIGatewayRequestAuthorizerEventV2): Caller => ({
  from: senderOf(event),
  userAgent: event.requestContext.http.userAgent ?? '',
});

function authorization(event: APIGatewayRequestAuthorizerEventV2): Promise<Authorization> {
  const credential = /^Bearer +([^ ]+) *$/i.exec(event.headers?.authorization ?? '')?.[1];
  if (!credential) return Promise.resolve(refuse('credential_malformed'));
  const now = new Date(event.requestContext.timeEpoch).toISOString();
  return (looksLikeKey(credential) ? byKey : byToken)(credential, callerOf(event), now);
}

/**
 * Turns a credential into a user and their workspaces. A bad one is let through with its reason, for the function to
 * answer in problem+json: an HTTP API cannot shape its own errors. Throws only where the issuer or the table cannot be
 * reached, which the gateway answers with 500 and does not keep.
 */
export async function handler(event: APIGatewayRequestAuthorizerEventV2) {
  try {
    return { isAuthorized: true, context: await authorization(event) };
  } catch (error) {
    const refused = refusalOf(error);
    if (refused) return { isAuthorized: true, context: refuse(refused) };
    logger.error('authorizer failed', { error: error as Error });
    throw error;
  } finally {
    countRequest();
  }
}

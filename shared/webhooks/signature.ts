import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';
/** A secret as Standard Webhooks writes it: 32 random bytes in base64. */
export const newSecretText = () => `${prefix}${randomBytes(32).toString('base64')}`;

function signatureBy(secret: string, signed: string): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

/**
 * The headers that tell a target who sent a body, and when (Standard Webhooks 1.0, standardwebhooks.com): `id` is the same at every
 * attempt, `at` (ISO 8601) is the attempt's own. One signature for each secret, so that either of two verifies.
 */
export function signedHeaders(id: string, at: string, body: string, secrets: readonly string[]) {
  const timestamp = String(Math.floor(Date.parse(at) / 1000));
  const signatures = secrets.map((secret) => signatureBy(secret, `${id}.${timestamp}.${body}`));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

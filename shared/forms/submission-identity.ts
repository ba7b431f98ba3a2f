import { createHash } from 'node:crypto';
import type { Values } from './posted.ts';

/** What makes two posts one: `name` leads to what was answered; `fingerprint` tells whether a repeated key brings the same. */
export type Identity = { name: string; fingerprint: string };

const hash = (parts: unknown) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/**
 * The Idempotency-Key where there is one, else the form, the normalised fields in the order of their names, and the
 * script's page nonce. Where a visitor came from makes no other post of it.
 */
export function identityOf(
  formId: string,
  values: Values,
  { nonce = '', key }: { nonce?: string | undefined; key?: string | undefined },
): Identity {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const fingerprint = hash([formId, sorted, nonce]);
  return { name: key === undefined ? fingerprint : hash(['key', formId, key]), fingerprint };
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sign } from './secret.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const keyFor = (purpose: string, owner: string) => sign(`seal ${purpose}`, owner, 32);

/**
 * Encrypts a text that must be read again (AES-256-GCM, NIST SP 800-38D) under a key of this purpose and owner alone, made
 * from the deployment's secret. It opens only for the same two.
 */
export async function seal(purpose: string, owner: string, text: string): Promise<string> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, await keyFor(purpose, owner), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Throws where it was not sealed so, or was changed since. */
export async function unseal(purpose: string, owner: string, sealed: string): Promise<string> {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(algorithm, await keyFor(purpose, owner), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString();
}

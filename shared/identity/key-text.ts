import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const prefix = 'rpk_';
const randomChars = 40;
const checkChars = 6;
/** For secret scanners: `\brpk_[0-9A-Za-z]{46}\b`. */
const form = /^rpk_[0-9A-Za-z]{46}$/;

/** Each character with the same chance: bytes beyond the last whole 62 are thrown away. */
function randomText(): string {
  let text = '';
  while (text.length < randomChars) {
    const usable = [...randomBytes(randomChars)].filter((byte) => byte < 248);
    text += usable.map((byte) => alphabet[byte % 62]).join('');
  }
  return text.slice(0, randomChars);
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let i = 0; i < checkChars; i++) {
    digits = `${alphabet[rest % 62]}${digits}`;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/**
 * A new key: a prefix that secret scanners know it by, 238 random bits, and their CRC-32 in base 62, so that a mistyped
 * one, or a look-alike in a scanned file, is told without asking the table. The form is that of GitHub's tokens ("Behind GitHub's
 * new authentication token formats", github.blog, 2021).
 */
export function newKeyText(): string {
  const random = randomText();
  return `${prefix}${random}${checksum(random)}`;
}

export const looksLikeKey = (credential: string) => credential.startsWith(prefix);

export function isKeyText(text: string): boolean {
  const body = text.slice(prefix.length);
  return form.test(text) && checksum(body.slice(0, randomChars)) === body.slice(randomChars);
}

/** What of a key is kept. It needs no salt and no slow hash: 238 random bits cannot be guessed. */
export const hashOfKey = (text: string): string => createHash('sha256').update(text).digest('hex');

import { createHash } from 'node:crypto';
import { encodeTime } from 'ulid';
import { type IdKind, idPrefixes } from './ids.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** So many digits (Crockford's base 32) of a digest, one a byte. */
export const digitsOf = (digest: Uint8Array, length: number): string =>
  [...digest.subarray(0, length)].map((byte) => crockford[byte % 32]).join('');
const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** An id that follows from a text, so that a step that runs twice names the same thing: 125 bits of its SHA-256. */
export const derivedId = (kind: IdKind, text: string): string =>
  `${idPrefixes[kind]}_0${digitsOf(sha256(text), 25)}`;

/** The same, 80 bits, of what sorts by a moment (ISO 8601) as other ids do. */
export const derivedIdAt = (kind: IdKind, at: string, text: string): string =>
  `${idPrefixes[kind]}_${encodeTime(Date.parse(at), 10)}${digitsOf(sha256(text), 16)}`;

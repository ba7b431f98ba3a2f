import * as z from 'zod';
import { isRunnable } from './file-types.ts';

const unfit = /[\p{Cc}\u2028-\u202e\u2066-\u2069/\\]/u;
/** As people name files: no path, nothing that turns the direction of writing, and no ending that a system would run. */
export const FileName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((name) => !unfit.test(name), 'A name without slashes and control characters.')
  .refine((name) => name !== '.' && name !== '..', 'A name, not a folder.')
  .refine((name) => !isRunnable(name), 'Programs and scripts, and documents with macros, are not taken.');

/** RFC 8187, 3.2: `attr-char` stays, everything else is percent-encoded UTF-8. */
const extended = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
/** For the few that do not read the other: ASCII, without what would end or escape the quotes. */
const fallback = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');

/** Downloads under this name, and is never shown in place (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const sound = name.toWellFormed() || 'file';
  return `attachment; filename="${fallback(sound)}"; filename*=UTF-8''${extended(sound)}`;
}

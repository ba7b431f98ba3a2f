/** A moment that the script got from the server, signed; `text` is what is signed. */
export const fillTimePurpose = 'form-fill-time';
const longestOpenMs = 24 * 3600 * 1000;

export const signedText = (formKey: string, atMs: number) => `${formKey}.${atMs}`;
export const tokenOf = (atMs: number, signature: Buffer) =>
  `${atMs.toString(36)}.${signature.toString('base64url')}`;

export type FillTime = { atMs: number; signature: Buffer };
export function readToken(token: string | undefined): FillTime | undefined {
  const [time = '', signature = ''] = (token ?? '').slice(0, 100).split('.');
  const atMs = Number.parseInt(time, 36);
  return Number.isSafeInteger(atMs) && signature
    ? { atMs, signature: Buffer.from(signature, 'base64url') }
    : undefined;
}

/** How long the page was open; undefined where the token is too old, or of the future. */
export function openMs({ atMs }: FillTime, nowMs: number): number | undefined {
  const ms = nowMs - atMs;
  return ms >= -1000 && ms <= longestOpenMs ? Math.max(0, ms) : undefined;
}

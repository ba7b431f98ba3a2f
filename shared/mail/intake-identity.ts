import { createHash } from 'node:crypto';
import { normalisedMessageId } from './thread.ts';

/** Fields that the servers on the way write, anew at each delivery (RFC 5321, 4.4; RFC 8601; RFC 8617; SES's own). */
const trace =
  /^(?:return-path|received|x-received|delivered-to|x-original-to|envelope-to|received-spf|authentication-results|arc-[\w-]+|x-ses-[\w-]+|x-spam-[\w-]+)\s*:/i;
const mostHeaderBytes = 1_000_000;
const lineFeed = 10;
const carriageReturn = 13;
const isFolded = (first: number | undefined) => first === 32 || first === 9;

/** Every line of the header with its end; the empty line that closes it is not among them. */
function* headerLines(raw: Uint8Array): Generator<{ line: Uint8Array; end: number }> {
  for (let at = 0; at < Math.min(raw.length, mostHeaderBytes); ) {
    const feed = raw.indexOf(lineFeed, at);
    const end = feed < 0 ? raw.length : feed + 1;
    if (raw[at] === lineFeed || (raw[at] === carriageReturn && raw[at + 1] === lineFeed)) return;
    yield { line: raw.subarray(at, end), end };
    at = end;
  }
}

/**
 * SHA-256 of a raw message without the trace fields, so that a message which is delivered twice is itself, and one with a
 * forged or reused Message-ID is not.
 */
export function mailDigest(raw: Uint8Array): string {
  const hash = createHash('sha256');
  let isTrace = false;
  let rest = 0;
  for (const { line, end } of headerLines(raw)) {
    if (!isFolded(line[0])) isTrace = trace.test(Buffer.from(line.subarray(0, 80)).toString('latin1'));
    if (!isTrace) hash.update(line);
    rest = end;
  }
  return hash.update(raw.subarray(rest)).digest('base64url');
}

/** What makes two received messages the same one: Message-ID and digest; the digest alone where there is no id. */
export function mailIdentity(messageId: string | undefined, raw: Uint8Array): string {
  const id = messageId
    ? createHash('sha256').update(normalisedMessageId(messageId)).digest('base64url').slice(0, 22)
    : '-';
  return `${id}.${mailDigest(raw)}`;
}

export type AuthenticationResult = { method: string; result: string; domain: string | undefined };

/** SES's name in its field (RFC 8601, 2.5). */
const ofSes = /^amazonses\.com\s*;/i;
/** A comment, or a quoted string: a sender's words may stand in either, and look like a result. */
const hidden = /\([^()]*\)|"(?:[^"\\]|\\.)*"/g;
const property = /\bheader\.(?:d|i)\s*=\s*[^\s;@]*@?([^\s;@]+)/i;

function resultIn(part: string): AuthenticationResult[] {
  const [, method = '', result = ''] = /^\s*([a-z-]+)\s*=\s*([a-z]+)\b/i.exec(part) ?? [];
  const domain = property.exec(part)?.[1]?.toLowerCase();
  return method ? [{ method: method.toLowerCase(), result: result.toLowerCase(), domain }] : [];
}

/**
 * What SES found when it received a message, one result for each signature: the topmost Authentication-Results, since a sender can
 * only have written below. Nothing where that is not SES's, or is not understood. Pure.
 */
export function sesResults(headers: ReadonlyMap<string, readonly string[]>): AuthenticationResult[] {
  const [value = ''] = headers.get('authentication-results') ?? [];
  if (!ofSes.test(value.trim())) return [];
  const bare = value.replace(hidden, ' ');
  return /["()]/.test(bare) ? [] : bare.split(';').slice(1).flatMap(resultIn);
}

/** Of a method: one pass is a pass, whatever other signatures came to. */
export function verdictOf(results: readonly AuthenticationResult[], method: string): string | undefined {
  const found = results.filter((one) => one.method === method).map(({ result }) => result);
  return ['pass', 'fail'].find((one) => found.includes(one))?.toUpperCase();
}

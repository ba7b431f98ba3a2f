const identifier = /^[A-Za-z_$][\w.$-]{0,79}$/;
const secret = /^(?:rpk_|eyJ)/;
const id = /^[a-z]{2}_[0-9A-HJKMNP-TV-Z]{26}$/;

/** Addresses and credentials out of a text that is otherwise fit to be logged. */
export const masked = (text: string) =>
  text.replace(/[^\s/@]+@\S*/g, '…').replace(/\b(?:rpk_|eyJ)[\w.+/=-]{8,}/g, '…');

const isPlain = (word: string) =>
  /^[\w.#/:=()[\],;$<>&-]{1,80}$/.test(word) && !secret.test(word) && (id.test(word) || !/\d{5,}/.test(word));
/** The words of a message that a programmer wrote: nothing that stood in quotes, no address, no number, no credential. */
const words = (message: string) =>
  masked(message.replace(/(["'`])[\s\S]*?(?:\1|$)|“[\s\S]*?(?:”|$)|‘[\s\S]*?(?:’|$)/g, '…'))
    .slice(0, 500)
    .split(/\s+/)
    .map((word) => (word === '…' || isPlain(word) ? word : '…'))
    .join(' ');

/** Errors of the engine and of our own, thrown by our own code: the SDK's and those of libraries quote what they were given. */
const kinds = new Set(['Error', 'TypeError', 'ReferenceError']);
const isOurs = (name: string, [frame = '']: string[]) =>
  kinds.has(name) && /[\\/](?:shared|functions)[\\/]/.test(frame) && !frame.includes('node_modules');

/** Where it was thrown, without the message that a stack begins with. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = message === '' ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(start)
    .split('\n')
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 20)
    .map((line) => line.trim());
}

type Issue = { path?: unknown; code?: unknown };
/** Which fields a schema refused, and why; never what they held. */
const faultOf = ({ path, code }: Issue) => {
  const names = Array.isArray(path) ? path.map(String) : [];
  return `${names.map((name) => (identifier.test(name) || /^\d{1,4}$/.test(name) ? name : '*')).join('.')} ${String(code)}`;
};

type Any = Error & {
  code?: unknown;
  issues?: unknown;
  $metadata?: { httpStatusCode?: number; requestId?: string };
};
type Told = Record<string, unknown>;
const isName = (value: unknown) => typeof value === 'string' && identifier.test(value) && !secret.test(value);

/**
 * An error as it may be logged: what kind it was, where it was thrown, which fields a schema refused. Its message only where
 * code of ours threw it, and of that the words alone: an SDK error carries items and addresses, a schema's its
 * input, and a log outlives an erasure.
 */
export function toldError(error: Error, depth = 0): Told {
  const { name, code, issues, $metadata, message, cause } = error as Any;
  const frames = framesOf(error);
  return {
    name: isName(name) ? name : 'Error',
    ...(isName(code) && { code }),
    ...($metadata && { status: $metadata.httpStatusCode, awsRequestId: $metadata.requestId }),
    ...(Array.isArray(issues) && { faults: issues.slice(0, 10).map((issue) => faultOf(issue as Issue)) }),
    ...(isOurs(name, frames) && { message: words(message) }),
    stack: frames,
    ...(cause instanceof Error && depth < 3 && { cause: toldError(cause, depth + 1) }),
  };
}

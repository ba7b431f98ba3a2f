import { AppError } from '../core/errors.ts';
import { isKeptNumber } from '../core/kept-number.ts';

/** Deeper than any contract goes, and far from where a recursion over it would end the process. */
const mostDepth = 32;
const malformed = (detail: string) => new AppError('invalid', 'json_malformed', detail);

const reasons = {
  character: 'It holds half of a surrogate pair (an escape like \\ud83d alone), which is no character.',
  control:
    'It holds a control character (an escape like \\u0000): of these a text has tabs and line breaks alone.',
  number: 'It holds a number that cannot be kept: beyond 9007199254740991, or nearer to 0 than 1e-130.',
  depth: `It is nested more than ${mostDepth} deep.`,
};
type Fault = keyof typeof reasons;

const control = /[^\P{Cc}\t\n\r]/u;
function faultOf(value: unknown): Fault | undefined {
  if (typeof value === 'string' && !value.isWellFormed()) return 'character'; // RFC 8259, 8.2
  if (typeof value === 'string' && control.test(value)) return 'control';
  if (typeof value === 'number' && !isKeptNumber(value)) return 'number'; // RFC 8259, 6: the range is the receiver's to set
  return undefined;
}

/** Its values, and its names, which are texts like any other. */
function* partsOf(value: object): Generator<unknown> {
  if (Array.isArray(value)) return yield* value;
  for (const name in value) {
    yield name;
    yield value[name as keyof typeof value];
  }
}

/** The first fault of these values; puts those that hold others into `deeper`. */
function faultAmong(values: Iterable<unknown>, deeper: object[]): Fault | undefined {
  for (const value of values) {
    const fault = faultOf(value);
    if (fault) return fault;
    if (typeof value === 'object' && value !== null) deeper.push(value);
  }
  return undefined;
}

/** The first thing in it that nothing can keep. Level by level, not by recursion, which depth could exhaust. */
function firstFault(parsed: unknown): Fault | undefined {
  let level: object[] = [[parsed]];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostDepth) return 'depth';
    const deeper: object[] = [];
    for (const value of level) {
      const fault = faultAmong(partsOf(value), deeper);
      if (fault) return fault;
    }
    level = deeper;
  }
  return undefined;
}

function parsed(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw)); // RFC 8259, 8.1: JSON is UTF-8
  } catch {
    throw malformed('The request body is not JSON.');
  }
}

/** Bytes as JSON; throws `json_malformed` for what is none, or what nothing could keep. */
export function parseJson(raw: Uint8Array): unknown {
  const value = parsed(raw);
  const fault = firstFault(value);
  if (fault) throw malformed(`The request body cannot be taken. ${reasons[fault]}`);
  return value;
}

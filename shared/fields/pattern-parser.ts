/** A pattern as a tree: a character of a kind, things one after the other, one of several, one again and again. */
export type Node =
  | { test: (char: string) => boolean }
  | { all: Node[] }
  | { any: Node[] }
  | { of: Node; min: number; max: number | undefined };

/** What is no pattern, in words. */
export class PatternFault extends Error {}

type Test = (char: string) => boolean;
const matches =
  (one: RegExp): Test =>
  (char) =>
    one.test(char);
const kinds: Record<string, Test> = {
  d: matches(/^\d$/u),
  D: matches(/^\D$/u),
  w: matches(/^\w$/u),
  W: matches(/^\W$/u),
  s: matches(/^\s$/u),
  S: matches(/^\S$/u),
};
const syntax = '^$\\.*+?()[]{}|/';
const mostTimes = 1000;

/** Reads a pattern character by character; the whole of it is one alternation. */
class Reader {
  readonly #chars: string[];
  #at = 0;
  constructor(pattern: string) {
    this.#chars = [...pattern];
  }
  get next(): string | undefined {
    return this.#chars[this.#at];
  }
  take(): string {
    const char = this.next;
    if (char === undefined) throw new PatternFault('The pattern ends too soon.');
    this.#at++;
    return char;
  }
  takes(text: string): boolean {
    if (this.#chars.slice(this.#at, this.#at + text.length).join('') !== text) return false;
    this.#at += text.length;
    return true;
  }
}

function escaped(reader: Reader, besides = ''): Test | string {
  const char = reader.take();
  const kind = Object.hasOwn(kinds, char) ? kinds[char] : undefined;
  if (kind) return kind;
  if ((syntax + besides).includes(char)) return char;
  throw new PatternFault(`There is no \\${char}: a backslash stands before d, w, s or a sign.`);
}

const inClass = (reader: Reader): Test | string => {
  const char = reader.take();
  return char === '\\' ? escaped(reader, '-') : char;
};
const codeOf = (char: string) => char.codePointAt(0) ?? 0;

/** One part of a class: a kind, a character, or those from one to another. */
function classPart(reader: Reader): Test {
  const from = inClass(reader);
  const isRange = reader.takes('-');
  if (!isRange) return typeof from === 'string' ? (char) => char === from : from;
  if (reader.next === ']') {
    const alone = typeof from === 'string' ? (char: string) => char === from : from;
    return (char) => char === '-' || alone(char);
  }
  const to = inClass(reader);
  if (typeof from !== 'string' || typeof to !== 'string' || codeOf(from) > codeOf(to))
    throw new PatternFault('A range in brackets goes from one character up to another, like a-z.');
  return (char) => codeOf(char) >= codeOf(from) && codeOf(char) <= codeOf(to);
}

function classOf(reader: Reader): Test {
  const isNot = reader.takes('^');
  const parts: Test[] = [];
  while (!reader.takes(']')) parts.push(classPart(reader));
  if (parts.length === 0) throw new PatternFault('There is nothing in the brackets.');
  return (char) => parts.some((part) => part(char)) !== isNot;
}

function groupOf(reader: Reader): Node {
  if (reader.takes('?') && !reader.takes(':'))
    throw new PatternFault('A group is (…) or (?:…); it looks neither ahead nor behind.');
  const inner = choice(reader);
  if (!reader.takes(')')) throw new PatternFault('A group is not closed.');
  return inner;
}

function atom(reader: Reader): Node {
  const char = reader.take();
  if (char === '(') return groupOf(reader);
  if (char === '[') return { test: classOf(reader) };
  if (char === '.') return { test: matches(/^.$/u) };
  if (char !== '\\' && syntax.includes(char) && char !== '/')
    throw new PatternFault(`${char} means nothing here; write \\${char} for the sign itself.`);
  const one = char === '\\' ? escaped(reader) : char;
  return { test: typeof one === 'string' ? (other) => other === one : one };
}

function count(reader: Reader): number | undefined {
  let digits = '';
  while (reader.next !== undefined && /\d/.test(reader.next)) digits += reader.take();
  return digits === '' ? undefined : Number(digits);
}

function times(reader: Reader): { min: number; max: number | undefined } {
  const min = count(reader);
  const isOpen = reader.takes(',');
  const max = isOpen ? count(reader) : min;
  if (min === undefined || !reader.takes('}')) throw new PatternFault('A count is {n}, {n,} or {n,m}.');
  if (Math.max(min, max ?? 0) > mostTimes || (max ?? min) < min)
    throw new PatternFault(`A count goes up, to ${mostTimes} at most.`);
  return { min, max };
}

function repeated(reader: Reader, of: Node): Node {
  if (reader.takes('*')) return { of, min: 0, max: undefined };
  if (reader.takes('+')) return { of, min: 1, max: undefined };
  if (reader.takes('?')) return { of, min: 0, max: 1 };
  return reader.takes('{') ? { of, ...times(reader) } : of;
}

function sequence(reader: Reader): Node {
  const all: Node[] = [];
  while (reader.next !== undefined && reader.next !== '|' && reader.next !== ')')
    all.push(repeated(reader, atom(reader)));
  return { all };
}

function choice(reader: Reader): Node {
  const any = [sequence(reader)];
  while (reader.takes('|')) any.push(sequence(reader));
  return any.length === 1 && any[0] ? any[0] : { any };
}

/** Throws `PatternFault`. */
export function parsePattern(pattern: string): Node {
  const reader = new Reader(pattern);
  const root = choice(reader);
  if (reader.next !== undefined) throw new PatternFault('A bracket is closed that was not opened.');
  return root;
}

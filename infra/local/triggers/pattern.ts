/**
 * EventBridge's event patterns ("Create event patterns", EventBridge user guide), for bus rules, stream filters and queue filters alike.
 * Pure. A pattern with an operator that is not known here throws when it is used.
 */
export type Pattern = Record<string, unknown>;

type Matcher = (argument: unknown, value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const comparisons: Record<string, (value: number, limit: number) => boolean> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

function numeric(argument: unknown, value: unknown): boolean {
  if (typeof value !== 'number') return false;
  const parts = argument as unknown[];
  for (let index = 0; index < parts.length; index += 2) {
    const compare = comparisons[String(parts[index])];
    if (!compare) throw new Error(`No such numeric comparison: ${parts[index]}`);
    if (!compare(value, Number(parts[index + 1]))) return false;
  }
  return true;
}

const textMatch =
  (test: (value: string, argument: string) => boolean): Matcher =>
  (argument, value) => {
    if (typeof value !== 'string') return false;
    if (!isObject(argument)) return test(value, String(argument));
    // { prefix: { 'equals-ignore-case': 'x' } }
    return test(value.toLowerCase(), String(argument['equals-ignore-case']).toLowerCase());
  };

/** `*` stands for any characters; `\*` and `\\` for themselves. */
function wildcard(value: string, argument: string): boolean {
  const source = argument.replaceAll(/\\[*\\]|\*|[.+?^${}()|[\]\\]/g, (found) => {
    if (found === '*') return '.*';
    return found.length === 2 ? `\\${found[1]}` : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 's').test(value);
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function anythingBut(argument: unknown, value: unknown): boolean {
  if (value === undefined) return false;
  if (!isObject(argument)) return !list(argument).some((one) => one === value);
  return !Object.entries(argument).some(([operator, inner]) =>
    list(inner).some((one) => operatorOf(operator)(one, value)),
  );
}

/** An IPv4 address within `a.b.c.d/n`. */
function cidr(value: string, argument: string): boolean {
  const [base = '', bits = '32'] = argument.split('/');
  const toNumber = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  return Math.floor(toNumber(value) / size) === Math.floor(toNumber(base) / size);
}

const operators: Record<string, Matcher> = {
  prefix: textMatch((value, argument) => value.startsWith(argument)),
  suffix: textMatch((value, argument) => value.endsWith(argument)),
  'equals-ignore-case': textMatch((value, argument) => value.toLowerCase() === argument.toLowerCase()),
  wildcard: textMatch(wildcard),
  cidr: textMatch(cidr),
  numeric,
  exists: (argument, value) => (value !== undefined) === argument,
  'anything-but': anythingBut,
};

function operatorOf(name: string): Matcher {
  const operator = operators[name];
  if (!operator) throw new Error(`The local cloud does not know the pattern operator ${name}`);
  return operator;
}

function matchesOne(wanted: unknown, value: unknown): boolean {
  if (!isObject(wanted)) return wanted === value;
  return Object.entries(wanted).every(([operator, argument]) => operatorOf(operator)(argument, value));
}

/** A field's list of alternatives. An array in the event matches if one of its elements does; only leaves exist, so neither an empty array nor an object does. */
function matchesField(alternatives: unknown[], value: unknown): boolean {
  const values = Array.isArray(value) ? value : [value];
  if (values.length === 0) return alternatives.some((wanted) => matchesOne(wanted, undefined));
  return alternatives.some((wanted) =>
    values.some((one) => matchesOne(wanted, isObject(one) ? undefined : one)),
  );
}

function matchesKey(wanted: unknown, value: unknown): boolean {
  if (Array.isArray(wanted)) return matchesField(wanted, value);
  if (!isObject(wanted)) throw new Error('A pattern holds lists of alternatives and objects of patterns');
  if (Array.isArray(value)) return value.some((one) => matches(wanted, one));
  return matches(wanted, value);
}

/** Whether the event matches: every field of the pattern, one of each field's alternatives. */
export function matches(pattern: Pattern, event: unknown): boolean {
  const fields = isObject(event) ? event : {};
  return Object.entries(pattern).every(([key, wanted]) =>
    key === '$or'
      ? (wanted as Pattern[]).some((one) => matches(one, event))
      : matchesKey(wanted, fields[key]),
  );
}

/** As filter criteria are read: no pattern lets everything pass, else one must match. */
export const matchesAny = (patterns: object[], event: unknown): boolean =>
  patterns.length === 0 || patterns.some((pattern) => matches(pattern as Pattern, event));

import { isDay, isMoment } from './moment.ts';
import { shiftOf } from './shift.ts';

export type Scalar = string | number | boolean;
const tests = [
  '$eq',
  '$ne',
  '$in',
  '$nin',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$before',
  '$after',
  '$within',
  '$contains',
  '$startsWith',
  '$exists',
] as const;
export type Test = (typeof tests)[number];
type Place = readonly (string | number)[];
/** One test of one field; `at` is where it stands in the condition. */
export type Leaf = { kind: 'leaf'; path: string; test: Test; operand: unknown; at: Place };
export type Node =
  | { kind: 'all'; nodes: Node[] }
  | { kind: 'any'; nodes: Node[] }
  | { kind: 'not'; node: Node }
  | Leaf;
export type Fault = { at: Place; detail: string };
export type Parsed = { node: Node; leaves: Leaf[]; faults: Fault[] };

const mostDepth = 5;
const mostLeaves = 30;
const mostAlternatives = 100;
const mostCharacters = 500;
/** Names of fields, dotted where one lies in another: no name of a prototype's is one. */
const pathForm = /^[a-z][A-Za-z0-9_]{0,63}(\.[a-z][A-Za-z0-9_]{0,63}){0,3}$/;

const isText = (value: unknown): value is string => typeof value === 'string';
const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'boolean' || Number.isFinite(value) || (isText(value) && value.length <= mostCharacters);
const isBound = (value: unknown) => Number.isFinite(value) || (isText(value) && isMoment(value));
const isTime = (value: unknown) => isText(value) && isMoment(value);
const isSpan = (value: unknown) =>
  isText(value)
    ? value === 'today' || isDay(value) || shiftOf(value) !== undefined
    : Array.isArray(value) && value.length === 2 && value.every(isTime);
const isPart = (value: unknown) => isText(value) && value.trim() !== '' && value.length <= mostCharacters;
const isChoice = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.length <= mostAlternatives && value.every(isScalar);

const scalar = {
  fits: isScalar,
  wants: `a text of at most ${mostCharacters} characters, a number or a boolean`,
};
const choice = { fits: isChoice, wants: `a list of 1 to ${mostAlternatives} texts, numbers or booleans` };
const bound = { fits: isBound, wants: 'a number, a day, an instant, `today`, or a distance like `-30d`' };
const time = {
  fits: isTime,
  wants: 'a day, an instant, `today`, or a distance like `-365d`, `+14d`, `-3m`, `-2h`',
};
const part = { fits: isPart, wants: `a text of 1 to ${mostCharacters} characters` };
const operands: Record<Test, { fits: (value: unknown) => boolean; wants: string }> = {
  $eq: scalar,
  $ne: scalar,
  $in: choice,
  $nin: choice,
  $gt: bound,
  $gte: bound,
  $lt: bound,
  $lte: bound,
  $before: time,
  $after: time,
  $within: { fits: isSpan, wants: '`today`, a day, a distance like `+14d` or `-30d`, or two moments' },
  $contains: part,
  $startsWith: part,
  $exists: { fits: (value) => typeof value === 'boolean', wants: 'true or false' },
};
const isTest = (name: string): name is Test => Object.hasOwn(operands, name);
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a condition as JSON has it. Never throws; what is wrong with it is among the faults. */
export function parseCondition(condition: unknown): Parsed {
  const leaves: Leaf[] = [];
  const faults: Fault[] = [];
  const nothing: Node = { kind: 'any', nodes: [] };
  const fault = (at: Place, detail: string): Node => {
    faults.push({ at, detail });
    return nothing;
  };

  function leaf(path: string, test: string, operand: unknown, at: Place): Node {
    if (!isTest(test)) return fault(at, `There is no operator ${test}; there are ${tests.join(', ')}.`);
    const { fits, wants } = operands[test];
    if (!fits(operand)) return fault(at, `${test} wants ${wants}.`);
    const made: Leaf = { kind: 'leaf', path, test, operand, at };
    leaves.push(made);
    if (leaves.length === mostLeaves + 1)
      faults.push({ at, detail: `A condition has at most ${mostLeaves} tests.` });
    return made;
  }

  function field(path: string, wanted: unknown, at: Place): Node {
    if (!pathForm.test(path)) return fault(at, 'This is neither a field nor one of $and, $or, $not.');
    if (!isObject(wanted)) return leaf(path, '$eq', wanted, at);
    const all = Object.entries(wanted);
    if (all.length === 0) return fault(at, 'Say how the field is compared.');
    return { kind: 'all', nodes: all.map(([test, operand]) => leaf(path, test, operand, [...at, test])) };
  }

  function several(kind: 'all' | 'any', list: unknown, at: Place, depth: number): Node {
    if (!Array.isArray(list) || list.length === 0) return fault(at, 'This wants a list of conditions.');
    if (list.length > mostLeaves) return fault(at, `A condition has at most ${mostLeaves} tests.`);
    return { kind, nodes: list.map((one, i) => read(one, [...at, i], depth + 1)) };
  }

  function read(value: unknown, at: Place, depth: number): Node {
    if (!isObject(value)) return fault(at, 'A condition is an object, like {"lifecycle":"lead"}.');
    if (depth > mostDepth) return fault(at, `A condition is at most ${mostDepth} deep.`);
    const all = Object.entries(value);
    if (all.length === 0) return fault(at, 'A condition names at least one field.');
    const nodes = all.map(([name, part]): Node => {
      const here = [...at, name];
      if (name === '$and') return several('all', part, here, depth);
      if (name === '$or') return several('any', part, here, depth);
      if (name === '$not') return { kind: 'not', node: read(part, here, depth + 1) };
      return field(name, part, here);
    });
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'all', nodes };
  }

  return { node: read(condition, [], 1), leaves, faults };
}

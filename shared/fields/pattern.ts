import { type Node, PatternFault, parsePattern } from './pattern-parser.ts';

/** A step of the machine: a character to be of a kind, or places to go on at without one. */
type Step = { test: (char: string) => boolean } | { to: number[] };

const mostSteps = 1000;

/** Writes the machine of a pattern (K. Thompson, "Regular Expression Search Algorithm", CACM 11 (6), 1968). */
function compiled(root: Node): Step[] {
  const steps: Step[] = [];
  let work = 0;
  const add = (step: Step): number => steps.push(step) - 1;
  const goOn = (index: number, ...to: number[]) => {
    steps[index] = { to };
  };
  const repeat = ({ of, min, max }: Extract<Node, { of: Node }>) => {
    for (let n = 0; n < min; n++) write(of);
    if (max === undefined) {
      const split = add({ to: [] });
      write(of);
      add({ to: [split] });
      return goOn(split, split + 1, steps.length);
    }
    const splits: number[] = [];
    for (let n = min; n < max; n++) {
      splits.push(add({ to: [] }));
      write(of);
    }
    for (const split of splits) goOn(split, split + 1, steps.length);
  };
  const choose = (choices: Node[]) => {
    const ends = choices.slice(0, -1).map((choice) => {
      const split = add({ to: [] });
      write(choice);
      const end = add({ to: [] });
      goOn(split, split + 1, steps.length);
      return end;
    });
    const last = choices.at(-1);
    if (last) write(last);
    for (const end of ends) goOn(end, steps.length);
  };
  function write(node: Node): void {
    if (++work > mostSteps || steps.length > mostSteps)
      throw new PatternFault('The pattern is too large: write it with fewer or smaller repetitions.');
    if ('test' in node) add(node);
    else if ('all' in node) node.all.forEach(write);
    else if ('any' in node) choose(node.any);
    else repeat(node);
  }
  write(root);
  return steps;
}

/** All steps that wait for a character, once these places are reached; the end is one of them. */
function reached(steps: Step[], from: Iterable<number>): Set<number> {
  const all = new Set(from);
  for (const index of all) {
    const step = steps[index];
    if (step && 'to' in step) for (const next of step.to) all.add(next);
  }
  return all;
}

/** Whether a text is of the pattern as a whole. Every place is followed at once: the time is steps × characters, never more. */
function isWhole(steps: Step[], text: string): boolean {
  let at = reached(steps, [0]);
  for (const char of text) {
    const next = new Set<number>();
    for (const index of at) {
      const step = steps[index];
      if (step && 'test' in step && step.test(char)) next.add(index + 1);
    }
    if (next.size === 0) return false;
    at = reached(steps, next);
  }
  return at.has(steps.length);
}

const machine = (pattern: string): Step[] => compiled(parsePattern(pattern));
const kept = new Map<string, Step[]>();
const mostKept = 500;

/** Why a pattern is none; undefined where it is one. */
export function faultOfPattern(pattern: string): string | undefined {
  try {
    machine(pattern);
    new RegExp(wholePattern(pattern), 'u'); // to validators elsewhere it must be one as well
    return undefined;
  } catch (error) {
    if (error instanceof PatternFault) return error.message;
    if (error instanceof SyntaxError) return 'The pattern is no regular expression.';
    throw error;
  }
}

/** The pattern as JSON Schema has it (ECMA-262, for Unicode), where it looks for a part unless it says otherwise. */
export const wholePattern = (pattern: string): string => `^(?:${pattern})$`;

/**
 * Whether a text is of a pattern, from its first to its last character. The pattern is a part of ECMA-262's regular expressions:
 * characters, `.`, classes, groups, `|` and repetitions, and nothing that asks for a search back and forth.
 */
export function fitsPattern(pattern: string, text: string): boolean {
  const steps = kept.get(pattern) ?? machine(pattern);
  if (kept.size >= mostKept) kept.clear();
  kept.set(pattern, steps);
  return isWhole(steps, text);
}

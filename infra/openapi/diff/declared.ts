import type { Break } from './document-breaks.ts';

/** A break that is meant: which operation, what the check says of it, why, and since when. */
export type Declared = Break & { why: string; date: string };

const same = (one: Break, other: Break) => one.operation === other.operation && one.what === other.what;
const isComplete = ({ why, date }: Declared) => why.trim().length >= 10 && /^\d{4}-\d\d-\d\d$/.test(date);

/** What is wrong with the breaks that there are and those that are declared, a line each; nothing where they are the same. */
export function undeclared(found: readonly Break[], declared: readonly Declared[]): string[] {
  const unknown = found.filter((one) => !declared.some((other) => same(one, other)));
  const stale = declared.filter((one) => !found.some((other) => same(one, other)));
  const bare = declared.filter((one) => !isComplete(one));
  return [
    ...unknown.map(({ operation, what }) => `breaks its callers: ${operation}: ${what}`),
    ...stale.map(({ operation, what }) => `is declared and is none: ${operation}: ${what}`),
    ...bare.map(({ operation }) => `is declared without a reason or a day: ${operation}`),
  ];
}

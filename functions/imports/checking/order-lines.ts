import type { Draft } from './drafts.ts';

type Values = { number?: unknown; items?: unknown[] };
const valuesOf = ({ row }: Draft): Values => row.values;
const mostLines = 100;
const linesIn = (draft: Draft) => valuesOf(draft).items ?? [];

/** Rows of one order's number that stand one behind the other are one order with their lines; the first says all else. */
export function joinedOrders(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const before = joined.at(-1);
    const isSame =
      before !== undefined &&
      !draft.isBroken &&
      valuesOf(draft).number !== undefined &&
      valuesOf(draft).number === valuesOf(before).number &&
      linesIn(before).length < mostLines;
    if (isSame) joined[joined.length - 1] = withLines(before, draft);
    else joined.push(draft);
  }
  return joined;
}

function withLines({ isBroken, row }: Draft, more: Draft): Draft {
  const items = [...linesIn({ isBroken, row }), ...linesIn(more)];
  const { faults, changes, suggestions } = more.row;
  return {
    isBroken,
    row: {
      ...row,
      joined: [...(row.joined ?? []), more.row.number],
      values: items.length > 0 ? { ...row.values, amountCents: undefined, items } : row.values,
      changes: [...row.changes, ...changes],
      faults: [...row.faults, ...faults],
      suggestions: [...row.suggestions, ...suggestions],
    },
  };
}

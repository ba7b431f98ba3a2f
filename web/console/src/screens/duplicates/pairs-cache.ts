import { type Pair, type Pairs, twoOf } from './queries.ts';

const isOf = (ids: readonly string[]) => (pair: Pair) => twoOf(pair).every(({ id }) => ids.includes(id));

/** The list without a pair that is none any more. */
export const takeOut = ({ pages, pageParams }: Pairs, ids: readonly string[]): Pairs => ({
  pageParams,
  pages: pages.map((page) => ({ ...page, items: page.items.filter((pair) => !isOf(ids)(pair)) })),
});

/** The list with the pair again where it stood `before`, whatever else has gone since. */
export function putBack(now: Pairs, before: Pairs, ids: readonly string[]): Pairs {
  const at = before.pages.findIndex(({ items }) => items.some(isOf(ids)));
  const pair = before.pages[at]?.items.find(isOf(ids));
  if (!pair || now.pages.some(({ items }) => items.some(isOf(ids)))) return now;
  const pages = now.pages.map((page, place) => {
    if (place !== Math.min(at, now.pages.length - 1)) return page;
    const behind = page.items.findIndex(({ probability }) => probability < pair.probability);
    return { ...page, items: page.items.toSpliced(behind < 0 ? page.items.length : behind, 0, pair) };
  });
  return { ...now, pages };
}

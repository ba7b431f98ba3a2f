import type { Finding } from './finding.ts';

/** What is selected: the records with these ids, or everything that the check found but those. */
export type Marked = { isAll: boolean; ids: ReadonlySet<string> };
export const nothingMarked: Marked = { isAll: false, ids: new Set() };
export const everythingMarked: Marked = { isAll: true, ids: new Set() };

export const isMarked = ({ isAll, ids }: Marked, id: string) => isAll !== ids.has(id);

export function withMark({ isAll, ids }: Marked, some: readonly string[], isOn: boolean): Marked {
  const rest = [...ids].filter((id) => !some.includes(id));
  return { isAll, ids: new Set(isOn === isAll ? rest : [...rest, ...some]) };
}

/** Those that are listed and selected: what has gone from the list is selected no more. */
export const markedOf = (marked: Marked, listed: readonly Finding[]) =>
  listed.filter(({ record }) => isMarked(marked, record.id));

/** How many are selected; of everything, as many as were counted, and at least those that are listed. */
export function markedCount(marked: Marked, listed: readonly Finding[], counted: number): number {
  const here = markedOf(marked, listed).length;
  return marked.isAll ? Math.max(here, counted - marked.ids.size) : here;
}

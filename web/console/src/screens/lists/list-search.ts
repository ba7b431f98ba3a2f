import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Condition } from './filter/condition.ts';

/** What a list's address says: whoever opens it sees the same list, as far as they may. */
export type ListSearch = {
  view?: string;
  segment?: string;
  sort?: string;
  direction?: 'asc' | 'desc';
  /** In place of the view's; an empty one is none. */
  filter?: Condition;
  trash?: true;
};

const isObject = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

const bare = (search: Record<string, unknown>): ListSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));

/** An address may have been written by anybody; what is not understood in it is left aside. */
function readSearch(search: Record<string, unknown>): ListSearch {
  const { view, segment, sort, direction, filter, trash } = search;
  return bare({
    view: textOf(view),
    segment: textOf(segment),
    sort: textOf(sort),
    direction: direction === 'asc' || direction === 'desc' ? direction : undefined,
    filter: isObject(filter) ? filter : undefined,
    trash: trash === true ? true : undefined,
  });
}

/** The list's address, and how it becomes another. Small steps replace it, so that "back" leaves the list. */
export function useListSearch() {
  const search = readSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const go = (next: ListSearch, replace = true) =>
    void navigate({ to: '.', search: bare(next) as never, replace });
  return { search, go };
}

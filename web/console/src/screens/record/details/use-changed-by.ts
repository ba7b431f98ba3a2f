import { useInfiniteQuery } from '@tanstack/react-query';
import type { Kind } from '../../../api/kinds.ts';
import { useActorName } from '../actor.ts';
import { historyQuery } from '../history-query.ts';

/** The name of who changed one of these fields last; undefined while that is not known. */
export function useChangedBy(kind: Kind, id: string, names: string[]): string | undefined {
  const nameOf = useActorName();
  const { data } = useInfiniteQuery({ ...historyQuery(kind, id), enabled: names.length > 0 });
  const newest = data?.pages[0]?.items ?? [];
  const entry = newest.find(({ fields }) => names.some((name) => touches(fields, name)));
  return entry && nameOf(entry.by);
}

/** Custom fields are changed as one, `custom`, or each by its name. */
export const touches = (fields: Record<string, unknown>, name: string) =>
  Object.hasOwn(fields, name) || (name.startsWith('custom.') && Object.hasOwn(fields, 'custom'));

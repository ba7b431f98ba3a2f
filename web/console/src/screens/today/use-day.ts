import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/client.ts';
import { keys } from '../../api/records.ts';
import { useMay } from '../../app/me.ts';
import { useFormats } from '../../parts/format.ts';
import { sectionsOf, taskGroups } from './lines/line.ts';
import { openTasksQuery } from './tasks-cache.ts';
import { useIsNamed } from './use-is-named.ts';
import { useTicked } from './use-ticked.ts';

/** Everything that a person's day is made of: one request for what Rapport noticed, one for their tasks. */
export function useDay() {
  const client = useQueryClient();
  const may = useMay();
  const { today } = useFormats();
  const noticed = useQuery({
    queryKey: [...keys.today, 'me'],
    queryFn: () => api().getToday({ query: { ownerId: 'me' } }),
  });
  const tasks = useInfiniteQuery({ ...openTasksQuery('me', client), enabled: may('tasks:read') });
  const open = useMemo(() => tasks.data?.pages.flatMap(({ items }) => items) ?? [], [tasks.data]);
  const { shown, tick, untick } = useTicked(open);
  const day = noticed.data?.on ?? today;
  const sections = useMemo(() => sectionsOf(noticed.data, shown, day), [noticed.data, shown, day]);
  const groups = useMemo(() => taskGroups(shown, day), [shown, day]);
  const isThere = !noticed.isPending && !tasks.isLoading;
  const lines = useMemo(
    () => [...Object.values(sections), ...Object.values(groups)].flat(),
    [sections, groups],
  );
  const isNamed = useIsNamed(lines, isThere);
  return {
    sections,
    groups,
    /** Until everything that is named is known, so that nothing jumps while it is read. */
    isWaiting: !isThere || !isNamed,
    hasMoreTasks: tasks.hasNextPage,
    error: (!noticed.data && noticed.error) || (!tasks.data && tasks.error) || undefined,
    again: () => void Promise.all([noticed.refetch(), tasks.refetch()]),
    tick,
    untick,
  };
}
export type Day = ReturnType<typeof useDay>;

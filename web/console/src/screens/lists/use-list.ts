import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { View } from '../../../../client/src/index.ts';
import type { ListedKind } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { useFields } from '../../fields/use-fields.ts';
import { shownFields } from './columns.ts';
import type { Condition } from './filter/condition.ts';
import { type ListSearch, useListSearch } from './list-search.ts';
import { hasSegments, segmentsQuery, viewsQuery } from './list-views.ts';
import { type Source, sourceKey } from './pages-request.ts';
import { useColumns } from './use-columns.ts';

/** What a list is asked for: what its address says, and where that says nothing what the view says. */
function sourceOf(kind: ListedKind, search: ListSearch, view: View | undefined): Source {
  const segmentId = search.segment ?? view?.segmentId;
  if (segmentId) return { kind, segmentId };
  const sort = search.sort ?? view?.sort;
  const direction = search.direction ?? (search.sort ? undefined : view?.direction);
  const asked = search.filter ?? view?.filter ?? {};
  const isNone = Object.keys(asked).length === 0;
  return { kind, ...(sort && { sort }), ...(direction && { direction }), ...(!isNone && { filter: asked }) };
}

const fillingMs = 3000;
/** The members of a segment that is being filled are asked for again, and once more when it is full. */
function useFilling(source: Source, isFilling: boolean) {
  const client = useQueryClient();
  const name = JSON.stringify(sourceKey(source));
  useEffect(() => {
    if (!isFilling) return;
    const again = () => void client.invalidateQueries({ queryKey: JSON.parse(name) as unknown[] });
    const timer = setInterval(again, fillingMs);
    return () => {
      clearInterval(timer);
      again();
    };
  }, [client, name, isFilling]);
}

/** What a list shows, by its address and the view that this names, and how that becomes something else. */
export function useList(kind: ListedKind) {
  const { search, go } = useListSearch();
  const may = useMay();
  const views = useQuery(viewsQuery(kind));
  const segments = useQuery({
    ...segmentsQuery(kind),
    enabled: hasSegments(kind) && may('segments:read'),
    refetchInterval: ({ state }) => (state.data?.some(({ ready }) => !ready) ? fillingMs : false),
  });
  const fields = useFields(kind);
  const view = views.data?.find(({ id }) => id === search.view);
  const { columns, setColumns, isChosen } = useColumns(kind, view);
  const source = sourceOf(kind, search, view);
  const { filter } = source;
  const shown = useMemo(() => shownFields(kind, fields), [kind, fields]);
  const byName = useMemo(() => new Map(shown.map((field) => [field.name, field])), [shown]);

  const change = (part: ListSearch) => go({ ...search, ...part });
  const setFilter = (next: Condition | undefined) =>
    change({ filter: next ?? (view?.filter ? {} : undefined) });
  const setSort = (by?: string, way?: 'asc' | 'desc') =>
    change({ sort: by ?? (view?.sort ? 'created' : undefined), direction: way });
  const isOther = search.filter !== undefined || search.sort !== undefined || isChosen;
  const segment = segments.data?.find(({ id }) => id === source.segmentId);
  const isFilling = segment?.ready === false;
  useFilling(source, isFilling);
  return {
    kind,
    search,
    go,
    views,
    segments,
    view,
    segment,
    /** Not every record has been looked at yet. */
    isFilling,
    /** The view that the address names is not known yet, so that neither is what to ask for. */
    isWaiting: search.view !== undefined && views.isPending,
    fields,
    shown,
    byName,
    columns,
    setColumns,
    source,
    filter,
    setFilter,
    setSort,
    /** It is not any more as the view has it. */
    isChanged: view !== undefined && isOther,
  };
}
export type List = ReturnType<typeof useList>;

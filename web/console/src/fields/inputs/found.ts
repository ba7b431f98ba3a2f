import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { type AnyRecord, type ListedKind, titleOf } from '../../api/kinds.ts';
import { pathOf, recordQuery } from '../../api/records.ts';

type Found = { value: string; label: string };
const shownAtOnce = 8;
const pauseMs = 200;

async function newest(kind: ListedKind, signal: AbortSignal): Promise<AnyRecord[]> {
  const asked = { method: 'GET', path: pathOf(kind), query: { limit: shownAtOnce } };
  const { data } = await api().send(asked, { signal });
  return (data as { items: AnyRecord[] }).items;
}
async function search(kind: ListedKind, q: string, signal: AbortSignal): Promise<AnyRecord[]> {
  const { items } = await api().search({ query: { q, types: kind, limit: shownAtOnce } }, { signal });
  return items.map(({ record }) => record as unknown as AnyRecord);
}

/** Records of a kind by what is typed, the newest where nothing is, with those that are chosen in front. */
export function useFound(kind: ListedKind, typed: string, chosen: string[], isOpen: boolean) {
  const [q] = useDebouncedValue(typed.trim(), pauseMs);
  const named = useQueries({
    queries: chosen.map((id) => ({ ...recordQuery(kind, id), staleTime: 300_000 })),
    combine: (results) => results.map(({ data }) => data as unknown as AnyRecord | undefined),
  });
  const own = chosen.map((id, at): Found => {
    const record = named[at];
    return { value: id, label: record ? titleOf(kind, record) : '…' };
  });
  const isChosen = own.some(({ label }) => label === q);
  const asked = isChosen ? '' : q;
  const { data, isFetching } = useQuery({
    queryKey: ['found', kind, asked],
    queryFn: ({ signal }) => (asked ? search(kind, asked, signal) : newest(kind, signal)),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const others = (data ?? [])
    .filter(({ id }) => !chosen.includes(id))
    .map((record): Found => ({ value: record.id, label: titleOf(kind, record) }));
  return { options: [...own, ...others], isFetching };
}

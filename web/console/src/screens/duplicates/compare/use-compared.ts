import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PreviewContactMergeResponse } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { type AnyRecord, permissionFor } from '../../../api/kinds.ts';
import { pathOf, recordQuery } from '../../../api/records.ts';
import { useMay } from '../../../app/me.ts';
import { useFields } from '../../../fields/use-fields.ts';
import type { MatchKind } from '../likeness.ts';
import { notKept } from '../queries.ts';
import { firstMade, rowsOf } from './rows.ts';

/** The records side by side with what would come of a merge, as one has chosen so far. */
export function useCompared(kind: MatchKind, ids: readonly string[]) {
  const may = useMay();
  const fields = useFields(kind);
  const found = useQueries({ queries: ids.map((id) => recordQuery(kind, id)) });
  // What was merged already answers as the one that stayed, and is nothing to compare.
  const records = found.flatMap(({ data }, at) =>
    data?.id === ids[at] ? [data as unknown as AnyRecord] : [],
  );
  const [said, stay] = useState<string>();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const stays = records.some(({ id }) => id === said) ? said : firstMade(records);
  const others = ids.filter((id) => id !== stays);
  const isWhole = records.length === ids.length && records.length > 1;
  const mayMerge = may(permissionFor(kind, 'edit')) && may(permissionFor(kind, 'delete'));
  const body = { ids: others, values: chosen };
  const preview = useQuery({
    queryKey: ['duplicates', 'preview', kind, stays, body],
    queryFn: async ({ signal }) => {
      const asked = { method: 'POST', path: `${pathOf(kind, stays)}/merge/preview`, body };
      return (await api().send(asked, { signal })).data as PreviewContactMergeResponse;
    },
    enabled: isWhole && mayMerge,
    placeholderData: keepPreviousData,
    meta: notKept,
  });
  const survivor = records.find(({ id }) => id === stays);
  return {
    isWaiting: found.some(({ isPending }) => isPending) || preview.isLoading,
    isWhole,
    records,
    survivor,
    stay,
    choose: (field: string, id: string) => setChosen((now) => ({ ...now, [field]: id })),
    rows: rowsOf({ fields, records, preview: preview.data?.fields, chosen }),
    mayMerge,
    error: preview.error ?? undefined,
    body,
  };
}
export type Compared = ReturnType<typeof useCompared>;

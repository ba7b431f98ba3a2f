import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { recordQuery } from '../../api/records.ts';
import { pipelinesQuery } from '../../api/workspace.ts';
import { useMay } from '../../app/me.ts';
import type { Line } from './lines/line.ts';

const most = 40; // more than anybody sees at first
const namesLastMs = 300_000;

/** The records that lines name beside their own: of whom and of which deal they are. */
function namedIn(lines: Line[]) {
  const given = (kind: 'contact' | 'deal', id: string | undefined) => (id ? [{ kind, id }] : []);
  const all = lines
    .slice(0, most)
    .flatMap(({ contactId, dealId }) => [...given('contact', contactId), ...given('deal', dealId)]);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** Whether what the lines name is known, or cannot be. Once it was, it stays so: lines that come later fill themselves. */
export function useIsNamed(lines: Line[], isThere: boolean): boolean {
  const may = useMay();
  const [wasNamed, setNamed] = useState(false);
  const isLoading = useQueries({
    queries: [
      { ...pipelinesQuery, enabled: may('pipelines:read') },
      ...namedIn(lines).map(({ kind, id }) => ({
        ...recordQuery(kind, id),
        enabled: may(`${kind}s`.concat(':read') as 'contacts:read'),
        staleTime: namesLastMs,
      })),
    ],
    combine: (answers) => answers.some((answer) => answer.isLoading),
  });
  const isNamed = wasNamed || (isThere && !isLoading);
  useEffect(() => setNamed(isNamed), [isNamed]);
  return isNamed;
}

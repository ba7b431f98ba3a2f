import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useMay } from '../../../app/me.ts';
import { MoreTexts } from '../../../parts/more-texts.tsx';
import { recordRunsQuery } from '../../settings/rules/queries.ts';

const RecordRuns = lazy(() =>
  import('../../settings/rules/record-runs.tsx').then(({ RecordRuns: Runs }) => ({ default: Runs })),
);

/** What rules have done for a record, where they have: loaded only then. */
export function RuleRuns({ id }: { id: string }) {
  const isAllowed = useMay()('rules:read');
  const runs = useInfiniteQuery({ ...recordRunsQuery(id), enabled: isAllowed });
  if (!runs.data?.pages[0]?.items.length) return null;
  return (
    <Suspense>
      <MoreTexts part="settings">
        <RecordRuns runs={runs.data.pages.flatMap(({ items }) => items)} pages={runs} />
      </MoreTexts>
    </Suspense>
  );
}

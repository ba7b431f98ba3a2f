import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemBox } from '../../../parts/problem.tsx';

type Query<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };

/** What was asked for, once it is there: its shape before that, and why not where it could not be had. */
export function Loaded<T>({ query, children }: { query: Query<T>; children: (data: T) => ReactNode }) {
  const common = useTranslations('common');
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemBox error={query.error} again={() => void query.refetch()} />;
  return (
    <Stack gap="sm" role="status" aria-label={common('loading')}>
      {[0, 1, 2, 3, 4].map((line) => (
        <Skeleton key={line} h={36} />
      ))}
    </Stack>
  );
}

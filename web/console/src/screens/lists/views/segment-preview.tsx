import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { useProblemText } from '../../../parts/problem.tsx';
import type { Condition } from '../filter/condition.ts';
import type { SegmentKind } from '../list-views.ts';

/** Of how many of the newest records a condition holds, before it becomes a segment. */
export function SegmentPreview({ of, condition }: { of: SegmentKind; condition: Condition }) {
  const t = useTranslations('lists');
  const textOf = useProblemText();
  const { data, error } = useQuery({
    queryKey: ['preview', of, condition],
    queryFn: ({ signal }) => api().previewSegment({ body: { of, condition } }, { signal }),
  });
  if (error)
    return (
      <Text c="var(--mantine-color-error)" role="alert">
        {textOf(error)}
      </Text>
    );
  if (!data) return <Loader size="sm" aria-label={t('counting')} />;
  return (
    <Text c="var(--rapport-quiet)" aria-live="polite">
      {t('preview', { matching: data.matching, looked: data.looked })}
    </Text>
  );
}

import { Anchor, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type AnyRecord, type Kind, type ListedKind, plurals, titleOf } from '../api/kinds.ts';
import { recordQuery } from '../api/records.ts';

/** What a record is called; undefined while it is not known, or not for the reader. */
export function useTitle(kind: Kind, id: string | undefined): string | undefined {
  const { data } = useQuery({ ...recordQuery(kind, id ?? ''), enabled: Boolean(id), staleTime: 300_000 });
  return data && titleOf(kind, data as unknown as AnyRecord);
}

/** A record by its name, with the way to its page. */
export function RecordLink({ kind, id }: { kind: ListedKind; id: string | undefined }) {
  const t = useTranslations('common');
  const { data, isPending } = useQuery({
    ...recordQuery(kind, id ?? ''),
    enabled: Boolean(id),
    staleTime: 300_000,
  });
  if (!id) return null;
  if (isPending) return <Skeleton h={14} w={96} display="inline-block" />;
  if (!data)
    return (
      <Text span c="var(--rapport-quiet)">
        {t('unknown')}
      </Text>
    );
  return (
    <Anchor component={Link} to={`/${plurals[kind]}/${id}`} inherit>
      {titleOf(kind, data as unknown as AnyRecord)}
    </Anchor>
  );
}

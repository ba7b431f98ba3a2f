import { Button, Skeleton, Stack } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { ListedKind } from '../../../api/kinds.ts';
import type { FieldDef } from '../../../fields/field-def.ts';
import { Empty } from '../../../parts/empty.tsx';
import { ProblemBox } from '../../../parts/problem.tsx';
import { Entry } from './entry.tsx';
import classes from './timeline.module.css';
import { hasTimeline, isOf, type Show, shows, timelineQuery } from './timeline-query.ts';

type Props = {
  kind: ListedKind;
  id: string;
  fields: FieldDef[];
  show: Show | undefined;
  onShow: (show: Show | undefined) => void;
};

function Filters({ show, onShow }: Pick<Props, 'show' | 'onShow'>) {
  const t = useTranslations('record.shows');
  return (
    <fieldset className={classes.filters} aria-label={t('label')}>
      <button type="button" className={classes.filter} aria-pressed={!show} onClick={() => onShow(undefined)}>
        {t('all')}
      </button>
      {shows.map((one) => (
        <button
          key={one}
          type="button"
          className={classes.filter}
          aria-pressed={show === one}
          onClick={() => onShow(show === one ? undefined : one)}
        >
          {t(one)}
        </button>
      ))}
    </fieldset>
  );
}

const enough = 8;
/** Everything that happened, newest first. Where few of what is asked for are on a page the next ones are read by themselves. */
export function Timeline({ kind, id, fields, show, onShow }: Props) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const client = useQueryClient();
  const query = useInfiniteQuery(timelineQuery(client, kind, id));
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const all = data?.pages.flatMap(({ items }) => items) ?? [];
  const entries = all.filter((entry) => isOf(entry, show));
  const pages = data?.pages.length ?? 0;
  const isThin = show !== undefined && entries.length < enough && pages < enough;
  useEffect(() => {
    if (isThin && hasNextPage && !isFetching) void fetchNextPage();
  }, [isThin, hasNextPage, isFetching, fetchNextPage]);
  return (
    <section aria-label={t('timeline')}>
      {hasTimeline(kind) && <Filters show={show} onShow={onShow} />}
      {query.isPending && (
        <Stack role="status" aria-label={common('loading')}>
          <Skeleton h={52} />
          <Skeleton h={52} />
          <Skeleton h={52} />
        </Stack>
      )}
      {query.error && <ProblemBox error={query.error} again={() => void query.refetch()} />}
      <ol className={classes.list}>
        {entries.map((entry) => (
          <Entry key={entry.id} kind={kind} id={id} entry={entry} fields={fields} />
        ))}
      </ol>
      {query.isSuccess && entries.length === 0 && !hasNextPage && (
        <Empty icon={IconTimeline} title={t('nothingYet')}>
          {t(show ? 'nothingOfThat' : 'nothingYetWhy')}
        </Empty>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
          {common('more')}
        </Button>
      )}
    </section>
  );
}

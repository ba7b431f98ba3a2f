import { Button, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { type AnyRecord, type ListedKind, permissionFor, titleOf } from '../../../api/kinds.ts';
import { forget } from '../../../api/records.ts';
import { act } from '../../../api/write.ts';
import { useMay } from '../../../app/me.ts';
import { Waiting } from '../../../app/waiting.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { useFormats } from '../../../parts/format.ts';
import { ProblemBox } from '../../../parts/problem.tsx';
import { useToast } from '../../../parts/toast.tsx';
import classes from '../list.module.css';
import { PurgeDialog } from './purge-dialog.tsx';

const trashKey = (kind: ListedKind) => ['trash', kind];
function useTrash(kind: ListedKind) {
  return useInfiniteQuery({
    queryKey: trashKey(kind),
    queryFn: ({ pageParam, signal }) =>
      api().listTrash(
        { query: { type: kind, limit: 50, ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });
}

type Trashed = { id: string; deletedAt: string; purgeAt: string; record: unknown };
type ItemProps = {
  kind: ListedKind;
  item: Trashed;
  mayChange: boolean;
  onRestore: (id: string, title: string) => void;
  onPurge: (item: { id: string; title: string }) => void;
};
function TrashItem({ kind, item, mayChange, onRestore, onPurge }: ItemProps) {
  const t = useTranslations('lists');
  const { ago, day } = useFormats();
  const title = titleOf(kind, item.record as AnyRecord);
  return (
    <Group component="li" justify="space-between" gap="xs" className={classes.trashed}>
      <div>
        <Text fw={500}>{title}</Text>
        <Text size="sm" c="var(--rapport-quiet)">
          {t('deletedAgo', { ago: ago(item.deletedAt) })} ·{' '}
          {t('purgedOn', { day: day(item.purgeAt.slice(0, 10)) })}
        </Text>
      </div>
      {mayChange && (
        <Group gap="xs">
          <Button mih={{ base: 44, sm: 34 }} variant="default" onClick={() => onRestore(item.id, title)}>
            {t('restore')}
          </Button>
          <Button
            mih={{ base: 44, sm: 34 }}
            variant="subtle"
            color="red"
            onClick={() => onPurge({ id: item.id, title })}
          >
            {t('purge')}
          </Button>
        </Group>
      )}
    </Group>
  );
}

/** What was deleted of a kind, until its time is over. */
export function TrashBody({ kind }: { kind: ListedKind }) {
  const t = useTranslations('lists');
  const common = useTranslations('common');
  const may = useMay();
  const client = useQueryClient();
  const { done, failed } = useToast();
  const [purging, setPurging] = useState<{ id: string; title: string }>();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTrash(kind);
  const write = async (method: 'POST' | 'DELETE', path: string, message: string) => {
    try {
      await act({ method, path });
      done({ message });
      forget(client, kind);
    } catch (reason) {
      failed(reason);
    }
    await client.invalidateQueries({ queryKey: trashKey(kind) });
  };
  if (error) return <ProblemBox error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <Empty icon={IconTrash} title={t('trashEmpty')}>
        {t('trashEmptyWhy')}
      </Empty>
    );
  return (
    <Stack component="ul" gap={0} m={0} p={0} aria-label={t('trash')}>
      {items.map((item) => (
        <TrashItem
          key={item.id}
          kind={kind}
          item={item}
          mayChange={may(permissionFor(kind, 'delete'))}
          onRestore={(id, title) => void write('POST', `/v1/trash/${id}/restore`, t('restored', { title }))}
          onPurge={setPurging}
        />
      ))}
      {hasNextPage && (
        <Button
          component="li"
          variant="subtle"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {common('more')}
        </Button>
      )}
      {purging && (
        <PurgeDialog
          title={purging.title}
          onClose={() => setPurging(undefined)}
          onPurge={() =>
            void write('DELETE', `/v1/trash/${purging.id}`, t('purged', { title: purging.title }))
          }
        />
      )}
    </Stack>
  );
}

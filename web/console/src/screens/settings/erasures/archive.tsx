import { Button, Group, Loader, Text } from '@mantine/core';
import { IconDownload, IconFileZip } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Export } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { ProblemBox } from '../../../parts/problem.tsx';
import { useToast } from '../../../parts/toast.tsx';
import { exportQuery } from './queries.ts';

/** A link is good for five minutes. */
const freshMs = 4 * 60_000;

/** All there is of a person as one archive: asked for, waited for and fetched. */
export function Archive({ contactId }: { contactId: string }) {
  const t = useTranslations('settings.erasures');
  const [exportId, setExportId] = useState<string>();
  const asking = useMutation({
    mutationFn: () => api().exportContact({ path: { contactId } }),
    onSuccess: ({ id }) => setExportId(id),
  });
  return (
    <section>
      <Group justify="space-between" wrap="wrap">
        <Text c="var(--rapport-quiet)" maw="60ch">
          {t('archiveWhy')}
        </Text>
        {exportId ? (
          <Fetch exportId={exportId} />
        ) : (
          <Button
            variant="default"
            leftSection={<IconFileZip size={16} aria-hidden />}
            onClick={() => asking.mutate()}
            loading={asking.isPending}
          >
            {t('archive')}
          </Button>
        )}
      </Group>
      {asking.error && <ProblemBox error={asking.error} again={() => asking.mutate()} />}
    </section>
  );
}

function Fetch({ exportId }: { exportId: string }) {
  const t = useTranslations('settings.erasures');
  const toast = useToast();
  const { data, error, refetch, dataUpdatedAt } = useQuery(exportQuery(exportId));
  const follow = ({ url }: Export) => url && location.assign(url);
  const getting = useMutation({
    mutationFn: async () => {
      if (data && Date.now() - dataUpdatedAt < freshMs) return data;
      return api().getExport({ path: { exportId } });
    },
    onSuccess: follow,
    onError: toast.failed,
  });
  if (error) return <ProblemBox error={error} again={() => void refetch()} />;
  if (data?.status === 'ready')
    return (
      <Button
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => getting.mutate()}
        loading={getting.isPending}
      >
        {t('download', { files: data.files ?? 0 })}
      </Button>
    );
  return (
    <Group gap="xs" role="status">
      {data?.status !== 'failed' && data?.status !== 'deleted' && <Loader size={14} aria-hidden />}
      <Text>{t(`archiveIs.${data?.status ?? 'requested'}`)}</Text>
    </Group>
  );
}

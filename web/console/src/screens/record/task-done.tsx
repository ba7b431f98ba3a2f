import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { AnyRecord } from '../../api/kinds.ts';
import { once, useWrite } from '../../api/write.ts';
import { useToast } from '../../parts/toast.tsx';
import { keep } from './page-query.ts';

/** Ticks a task on its own page, and opens it again. */
export function CompleteTask({ record }: { record: AnyRecord }) {
  const t = useTranslations('record');
  const client = useQueryClient();
  const toast = useToast();
  const isDone = record.status === 'done';
  const write = useWrite<AnyRecord>({
    onSuccess: (task) => keep(client, 'task', task),
    onError: toast.failed,
  });
  const path = `/v1/tasks/${record.id}/${isDone ? 'reopen' : 'complete'}`;
  return (
    <Button
      variant={isDone ? 'default' : 'filled'}
      loading={write.isPending && !write.isPaused}
      leftSection={isDone ? <IconArrowBackUp size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
      onClick={() => write.mutate(once({ method: 'POST', path, body: {} }))}
    >
      {t(isDone ? 'reopenTask' : 'completeTask')}
    </Button>
  );
}

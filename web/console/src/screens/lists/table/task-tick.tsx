import { IconCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type AnyRecord, titleOf } from '../../../api/kinds.ts';
import { forget } from '../../../api/records.ts';
import { once, useWrite } from '../../../api/write.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { putIntoPages } from '../pages-cache.ts';
import classes from './table.module.css';

const steps = { done: 'reopen', open: 'complete' } as const;
const become = { done: 'open', open: 'done' } as const;

/** Ticks a task off where it stands; it stays in sight until the list is asked anew. */
export function TaskTick({ task }: { task: AnyRecord }) {
  const t = useTranslations('lists');
  const may = useMay();
  const client = useQueryClient();
  const { done, failed } = useToast();
  const status = task.status === 'done' ? 'done' : 'open';
  const write = useWrite<AnyRecord>({
    onMutate: () => putIntoPages(client, 'task', [{ ...task, status: become[status] }]),
    onSuccess: (after) => putIntoPages(client, 'task', [after]),
    onError: (error) => {
      putIntoPages(client, 'task', [task]);
      failed(error);
    },
    onSettled: () => forget(client, 'task', task.id),
  });
  const turn = (from: 'open' | 'done') =>
    write.mutate(once({ method: 'POST', path: `/v1/tasks/${task.id}/${steps[from]}` }));
  const click = () => {
    turn(status);
    if (status === 'open') done({ message: t('ticked'), undo: () => turn('done') });
  };
  if (!may('tasks:edit')) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.tick}
      aria-pressed={status === 'done'}
      aria-label={t('tick', { title: titleOf('task', task) })}
      onClick={click}
    >
      <IconCheck size={13} stroke={2.5} aria-hidden />
    </button>
  );
}

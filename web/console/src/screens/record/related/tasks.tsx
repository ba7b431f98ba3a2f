import { Anchor, Checkbox, Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Task } from '../../../../../client/src/index.ts';
import type { ListedKind } from '../../../api/kinds.ts';
import { forget } from '../../../api/records.ts';
import { once, useWrite } from '../../../api/write.ts';
import { useMay } from '../../../app/me.ts';
import { useFormats } from '../../../parts/format.ts';
import { Person } from '../../../parts/person.tsx';
import { useToast } from '../../../parts/toast.tsx';
import { NewTask } from './new-task.tsx';
import classes from './related.module.css';
import { Section } from './section.tsx';
import { openTasksQuery } from './tasks-query.ts';

/** Ticks a task and, for a moment, unticks it. */
function useTick(kind: ListedKind, id: string) {
  const t = useTranslations('record');
  const client = useQueryClient();
  const toast = useToast();
  const [done, setDone] = useState<Record<string, Task>>({});
  const after = (taskId: string) => {
    forget(client, 'task', taskId);
    forget(client, kind, id);
  };
  const write = useWrite<Task>({ onSuccess: (task) => after(task.id), onError: toast.failed });
  const send = (task: Task, act: 'complete' | 'reopen') =>
    write.mutate(once({ method: 'POST', path: `/v1/tasks/${task.id}/${act}`, body: {} }), {
      onError: () => setDone(({ [task.id]: _, ...others }) => others),
    });
  const untick = (task: Task) => {
    setDone(({ [task.id]: _, ...others }) => others);
    send(task, 'reopen');
  };
  const tick = (task: Task) => {
    setDone((before) => ({ ...before, [task.id]: task }));
    send(task, 'complete');
    toast.done({ message: t('taskDone', { title: task.title }), undo: () => untick(task) });
  };
  return { done, tick, untick };
}

function Line({ task, isDone, onTick }: { task: Task; isDone: boolean; onTick: () => void }) {
  const { nearDay, today } = useFormats();
  const isOverdue = !isDone && task.dueOn !== undefined && task.dueOn < today;
  return (
    <li className={classes.line}>
      <Checkbox checked={isDone} onChange={onTick} aria-label={task.title} />
      <span className={classes.grow}>
        <Anchor component={Link} to={`/tasks/${task.id}`} inherit td={isDone ? 'line-through' : 'none'}>
          {task.title}
        </Anchor>
        {task.dueOn && (
          <Text
            span
            display="block"
            size="sm"
            c={isOverdue ? 'var(--rapport-wrong)' : 'var(--rapport-quiet)'}
          >
            {nearDay(task.dueOn)}
          </Text>
        )}
      </span>
      <Person id={task.ownerId} />
    </li>
  );
}

/** What is to be done about a record; what was just ticked stays a moment. */
export function Tasks({ kind, id, isReadOnly }: { kind: ListedKind; id: string; isReadOnly: boolean }) {
  const t = useTranslations('record');
  const may = useMay();
  const { data, isPending, error } = useQuery(openTasksQuery(kind, id));
  const { done, tick, untick } = useTick(kind, id);
  if (error) return null;
  const open = data?.items ?? [];
  const gone = Object.values(done).filter((task) => !open.some((other) => other.id === task.id));
  return (
    <Section title={t('tasks')} count={open.length}>
      {isPending && <Skeleton h={34} />}
      <ul className={classes.list}>
        {[...open, ...gone].map((task) => {
          const isDone = Boolean(done[task.id]);
          return (
            <Line
              key={task.id}
              task={task}
              isDone={isDone}
              onTick={() => (isDone ? untick(task) : tick(task))}
            />
          );
        })}
      </ul>
      {!isReadOnly && may('tasks:create') && <NewTask kind={kind} id={id} />}
    </Section>
  );
}

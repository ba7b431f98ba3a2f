import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { NewTask, Task } from '../../../../client/src/index.ts';
import { forget, keys } from '../../api/records.ts';
import { once, useWrite, type Write, writeKey } from '../../api/write.ts';
import { useMe } from '../../app/me.ts';
import { useFormats } from '../../parts/format.ts';
import { useToast } from '../../parts/toast.tsx';
import { changeTask, showTask } from './tasks-cache.ts';

/** A list follows a write within a second; asked before, it would take what is new off the screen again. */
const listedMs = 1500;
/** Lists are asked for anew once the last write is through, so that none shows what one on its way is about to change. */
function settled(client: QueryClient, id?: string) {
  if (client.isMutating({ mutationKey: writeKey }) <= 1) forget(client, 'task', id);
}

/** Writes to one task: at once in sight, and sent when there is a network. */
export function useTaskWrites({ id }: Pick<Task, 'id'>) {
  const client = useQueryClient();
  const toast = useToast();
  const t = useTranslations('today');
  const { nearDay } = useFormats();
  const write = useWrite<Task, { undo: () => void }>({
    onMutate: async ({ path, body }) => ({ undo: await changeTask(client, id, changeBy(path, body)) }),
    onError: (error, _, context) => {
      context?.undo();
      toast.failed(error);
    },
    onSuccess: (task) => client.setQueryData(keys.record('task', id), task),
    onSettled: () => void setTimeout(() => settled(client, id), listedMs),
  });
  const path = `/v1/tasks/${id}`;
  const complete = () => write.mutate(once({ method: 'POST', path: `${path}/complete`, body: {} }));
  const reopen = () => write.mutate(once({ method: 'POST', path: `${path}/reopen`, body: {} }));
  const setDay = (dueOn: string | null) => write.mutate(once({ method: 'PATCH', path, body: { dueOn } }));
  const snooze = (to: string, from: string | undefined) => {
    setDay(to);
    toast.done({ message: t('snoozed', { day: nearDay(to) }), undo: () => setDay(from ?? null) });
  };
  return { complete, reopen, snooze };
}

function changeBy(path: string, body: unknown): Partial<Task> {
  if (path.endsWith('/complete')) return { status: 'done' };
  if (path.endsWith('/reopen')) return { status: 'open' };
  const { dueOn } = body as { dueOn: string | null };
  return { dueOn: dueOn ?? undefined } as Partial<Task>;
}

/** A task as it is shown until the API has it: its version says that it is not there yet. */
function draftOf({ key, body }: Write): Task {
  const now = new Date().toISOString();
  const base = { id: `new ${key}`, version: 0, createdAt: now, updatedAt: now };
  return { ...base, status: 'open', origin: 'person', ...(body as NewTask) };
}
export const isDraft = ({ version }: Pick<Task, 'version'>) => version === 0;

/** Makes a task of one's own. `said` is the word of thanks. */
export function useAddTask() {
  const client = useQueryClient();
  const { id: ownerId } = useMe();
  const toast = useToast();
  const remove = useWrite({
    onError: toast.failed,
    onSettled: () => settled(client),
  });
  const write = useWrite<Task, { put: (made: Task | undefined) => void }>({
    onMutate: async (asked) => ({ put: await showTask(client, draftOf(asked)) }),
    onError: (error, _, context) => {
      context?.put(undefined);
      toast.failed(error);
    },
    onSuccess: (made, _, context) => {
      client.setQueryData(keys.record('task', made.id), made);
      context?.put(made);
      setTimeout(() => settled(client), listedMs);
    },
  });
  return (task: NewTask, said?: string) => {
    const asked = once({ method: 'POST', path: '/v1/tasks', body: { ownerId, ...task } });
    const undo = ({ id }: Task) => remove.mutate(once({ method: 'DELETE', path: `/v1/tasks/${id}` }));
    write.mutate(asked, {
      onSuccess: (made) => said && toast.done({ message: said, undo: () => undo(made) }),
    });
  };
}

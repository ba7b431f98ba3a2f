import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Task } from '../../../../client/src/index.ts';
import { keys, listQuery, type Page } from '../../api/records.ts';

/** The most tasks of one person that a day shows; the overdue ones stand first. */
const mostTasks = 100;
export const openTasksQuery = (ownerId: string, client: QueryClient) =>
  listQuery('task', { ownerId, status: 'open', sort: 'due', limit: mostTasks }, client);

type Pages = InfiniteData<Page<Task>>;
const isPages = (data: unknown): data is Pages =>
  typeof data === 'object' && data !== null && Array.isArray((data as Pages).pages);
const mapTasks = (data: unknown, change: (tasks: Task[]) => Task[]) =>
  isPages(data)
    ? { ...data, pages: data.pages.map((page) => ({ ...page, items: change(page.items) })) }
    : data;

/** What is known of a task is changed wherever it is shown. Answers how to take that back. */
export async function changeTask(client: QueryClient, id: string, change: Partial<Task>) {
  await client.cancelQueries({ queryKey: keys.lists('task') });
  const before = client.getQueriesData({ queryKey: keys.lists('task') });
  const record = client.getQueryData<Task>(keys.record('task', id));
  const changed = (task: Task) => (task.id === id ? { ...task, ...change } : task);
  client.setQueriesData({ queryKey: keys.lists('task') }, (data: unknown) =>
    mapTasks(data, (tasks) => tasks.map(changed)),
  );
  if (record) client.setQueryData(keys.record('task', id), { ...record, ...change });
  return () => {
    for (const [key, data] of before) client.setQueryData(key, data);
    if (record) client.setQueryData(keys.record('task', id), record);
  };
}

/** Shows a new task among one's own before the API has it. Answers how to put what came of it in its place. */
export async function showTask(client: QueryClient, draft: Task) {
  const key = openTasksQuery('me', client).queryKey;
  type Tasks = (tasks: Task[]) => Task[];
  const change = (tasks: Tasks) => client.setQueryData(key, (data) => mapTasks(data, tasks) as typeof data);
  if (client.getQueryData(key)) await client.cancelQueries({ queryKey: key });
  client.setQueryData(
    key,
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page, n) => (n === 0 ? { ...page, items: [draft, ...page.items] } : page)),
      },
  );
  return (made: Task | undefined) =>
    change((tasks) => tasks.flatMap((task) => (task.id === draft.id ? (made ?? []) : [task])));
}

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import type { ListedKind } from '../../../api/kinds.ts';
import { keys } from '../../../api/records.ts';

const fields = { contact: 'contactId', company: 'companyId', deal: 'dealId' } as const;
/** The field by which a task names a record of a kind; undefined where tasks name none. */
export const taskFieldOf = (kind: ListedKind) =>
  fields[kind as keyof typeof fields] as 'contactId' | undefined;

const most = 50;
/** What is still to be done about a record, as it is worked off. */
export const openTasksQuery = (kind: ListedKind, id: string) =>
  queryOptions({
    queryKey: [...keys.lists('task'), 'of', kind, id],
    queryFn: () =>
      api().listTasks({
        query: { [taskFieldOf(kind) ?? 'contactId']: id, limit: most },
      }),
  });

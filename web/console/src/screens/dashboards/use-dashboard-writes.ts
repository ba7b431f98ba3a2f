import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Dashboard } from '../../../../client/src/index.ts';
import { act } from '../../api/write.ts';
import { useToast } from '../../parts/toast.tsx';
import { dashboardsQuery } from './queries.ts';

type New = { name: string; visibility: Dashboard['visibility']; tiles?: object[] };
const byName = (one: Dashboard, other: Dashboard) => one.name.localeCompare(other.name);

/** Dashboards written, and what is known of them with that; `undefined` where it was refused, which the person is told. */
export function useDashboardWrites() {
  const t = useTranslations('reports.dashboards');
  const client = useQueryClient();
  const { done, failed } = useToast();
  const put = (id: string, after?: Dashboard) =>
    client.setQueryData(dashboardsQuery.queryKey, (all: Dashboard[] = []) => {
      const others = all.filter((one) => one.id !== id);
      return after ? [...others, after].toSorted(byName) : others;
    });
  const tried = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      failed(error);
      return undefined;
    }
  };
  const create = (body: New) =>
    tried(async () => {
      const made = await act<Dashboard>({ method: 'POST', path: '/v1/dashboards', body });
      put(made.id, made);
      return made;
    });
  const patch = (before: Dashboard, body: Partial<New>) =>
    tried(async () => {
      const asked = { method: 'PATCH', path: `/v1/dashboards/${before.id}`, body, ifMatch: before } as const;
      const after = await act<Dashboard>(asked);
      put(after.id, after);
      return after;
    });
  const remove = ({ id, name, visibility, tiles }: Dashboard) =>
    tried(async () => {
      await act({ method: 'DELETE', path: `/v1/dashboards/${id}` });
      put(id);
      done({ message: t('deleted', { name }), undo: () => void create({ name, visibility, tiles }) });
      return true;
    });
  return { create, patch, remove };
}

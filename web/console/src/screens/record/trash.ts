import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '../../api/client.ts';
import { type AnyRecord, type ListedKind, permissionFor, plurals, titleOf } from '../../api/kinds.ts';
import { forget, keys, pathOf } from '../../api/records.ts';
import { act } from '../../api/write.ts';
import { useMay } from '../../app/me.ts';
import { useToast } from '../../parts/toast.tsx';

/** A record that lies in the trash, where it is among what was deleted last. */
export function useTrashed(kind: ListedKind, id: string) {
  const may = useMay()(permissionFor(kind, 'delete'));
  const { data, isPending } = useQuery({
    queryKey: [...keys.about(kind, id), 'trash'],
    queryFn: () => api().listTrash({ query: { type: kind, limit: 100 } }),
    enabled: may,
  });
  const found = data?.items.find((item) => item.id === id);
  return { record: found && (found.record as unknown as AnyRecord), isPending: may && isPending };
}

/** Brings a record back from the trash. */
export function useRestore(kind: ListedKind, id: string) {
  const client = useQueryClient();
  const toast = useToast();
  return async (): Promise<void> => {
    try {
      await act({ method: 'POST', path: `/v1/trash/${id}/restore` });
      await client.resetQueries({ queryKey: keys.about(kind, id) });
      forget(client, kind, id);
    } catch (error) {
      toast.failed(error);
    }
  };
}

/** Puts a record into the trash, and oneself back into the list, with a way back for both. */
export function useDelete(kind: ListedKind, record: AnyRecord) {
  const t = useTranslations('record');
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const restore = useRestore(kind, record.id);
  return async (): Promise<void> => {
    try {
      await act({ method: 'DELETE', path: pathOf(kind, record.id) });
    } catch (error) {
      toast.failed(error);
      return;
    }
    await navigate({ to: '/$plural', params: { plural: plurals[kind] } });
    client.removeQueries({ queryKey: keys.record(kind, record.id) });
    client.removeQueries({ queryKey: keys.about(kind, record.id) });
    forget(client, kind);
    const undo = () => void restore();
    toast.done({ message: t('deleted', { title: titleOf(kind, record) }), undo });
  };
}

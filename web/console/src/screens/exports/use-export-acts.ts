import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useToast } from '../../parts/toast.tsx';
import { dropExport, exportsQuery } from './queries.ts';
import { useWatched } from './watched.ts';

/** Fetches an export's file. Its link lives five minutes and each one is on record: it is asked for when it is needed. */
export function useDownload(dataExportId: string) {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: () => api().getDataExport({ path: { dataExportId } }),
    onSuccess: ({ url }) => {
      if (url) location.assign(url);
      else void client.invalidateQueries({ queryKey: exportsQuery.queryKey }); // it is not there any more
    },
    onError: toast.failed,
  });
}

/** Cancels an export or deletes its file, and waits for it no more. */
export function useRemoveExport(dataExportId: string) {
  const client = useQueryClient();
  const { unwatch } = useWatched();
  return async () => {
    await api().deleteDataExport({ path: { dataExportId } });
    dropExport(client, dataExportId);
    unwatch(dataExportId);
  };
}

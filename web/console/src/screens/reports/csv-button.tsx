import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../api/client.ts';
import { useToast } from '../../parts/toast.tsx';
import { queryOf } from './queries.ts';
import type { ReportSearch } from './search.ts';

const byteOrderMark = '\uFEFF'; // Excel takes a file without one for one in the letters of its country

function give(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([byteOrderMark, text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // not before the browser has read it
}
const nameIn = (header: string | null) => /filename="([^"]+)"/.exec(header ?? '')?.[1];

/** The report that is shown, as a file. */
export function CsvButton({ search }: { search: ReportSearch }) {
  const t = useTranslations('reports');
  const toast = useToast();
  const taking = useMutation({
    mutationFn: () => {
      const asked = { method: 'GET', path: `/v1/reports/${search.report}`, query: queryOf(search) };
      return api().send(asked, { headers: { accept: 'text/csv' } });
    },
    onSuccess: ({ data, headers }) =>
      give(String(data), nameIn(headers.get('content-disposition')) ?? `${search.report}.csv`),
    onError: toast.failed,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
      aria-label={t('asFile')}
      loading={taking.isPending}
      onClick={() => taking.mutate()}
    >
      CSV
    </Button>
  );
}

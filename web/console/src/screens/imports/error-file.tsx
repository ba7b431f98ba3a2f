import { Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Import } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import { useToast } from '../../parts/toast.tsx';
import classes from './imports.module.css';

/** The rows that failed, to be mended and brought again. The link is made when it is wanted: it lasts five minutes. */
export function ErrorFile({ one }: { one: Import }) {
  const t = useTranslations('imports.result');
  const toast = useToast();
  const getting = useMutation({
    mutationFn: () => api().getImportErrors({ path: { importId: one.id } }),
    onSuccess: ({ url }) => location.assign(url),
    onError: toast.failed,
  });
  return (
    <section className={classes.card} aria-label={t('errors')}>
      <div className={classes.line}>
        <Text>{t('errorsWhy')}</Text>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={getting.isPending}
          onClick={() => getting.mutate()}
        >
          {t('errors')}
        </Button>
      </div>
    </section>
  );
}

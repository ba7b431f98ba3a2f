import { Alert, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Deal } from '../../../../../client/src/index.ts';
import type { AnyRecord } from '../../../api/kinds.ts';
import { once, useWrite } from '../../../api/write.ts';
import { useMay } from '../../../app/me.ts';
import { useFormats } from '../../../parts/format.ts';
import { useToast } from '../../../parts/toast.tsx';
import { keep } from '../page-query.ts';

/** That a deal is won or lost, since when and why, and the way back. */
export function Outcome({ deal, isReadOnly }: { deal: Deal; isReadOnly: boolean }) {
  const t = useTranslations('record.deal');
  const may = useMay();
  const { moment } = useFormats();
  const client = useQueryClient();
  const toast = useToast();
  const write = useWrite<AnyRecord>({
    onSuccess: (record) => keep(client, 'deal', record),
    onError: toast.failed,
  });
  if (deal.status === 'open') return null;
  const why = deal.status === 'won' ? deal.wonReason : deal.lostReason;
  const reopen = () => {
    const path = `/v1/deals/${deal.id}/reopen`;
    write.mutate(once({ method: 'POST', path, body: {}, ifMatch: { version: deal.version } }));
  };
  return (
    <Alert
      variant="light"
      color={deal.status === 'won' ? 'teal' : 'red'}
      title={t(deal.status, { at: moment(deal.closedAt) })}
    >
      <Group justify="space-between">
        <Text>{why}</Text>
        {!isReadOnly && may('deals:edit') && (
          <Button size="compact-md" variant="default" loading={write.isPending} onClick={reopen}>
            {t('reopen')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

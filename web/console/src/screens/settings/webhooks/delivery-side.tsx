import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { GetWebhookDeliveryResponse } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { useFormats } from '../../../parts/format.ts';
import { useToast } from '../../../parts/toast.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { type Column, SettingsTable } from '../parts/table.tsx';
import { deliveryQuery } from './queries.ts';
import { DeliveryStatus } from './webhook-status.tsx';
import classes from './webhooks.module.css';

type Props = { webhookId: string; deliveryId: string };

/** One delivery: what was posted, each attempt with what the target answered, and the way to post it again. */
export function DeliverySide({ webhookId, deliveryId }: Props) {
  const delivery = useQuery(deliveryQuery(webhookId, deliveryId));
  return <Loaded query={delivery}>{(data) => <Detail delivery={data} />}</Loaded>;
}

function Detail({ delivery }: { delivery: GetWebhookDeliveryResponse }) {
  const t = useTranslations('settings.webhooks');
  const { moment } = useFormats();
  const { id, eventId, type, at, status, reason, attempts, attemptCount, nextAttemptAt, data } = delivery;
  return (
    <Stack gap="md">
      <Group justify="space-between" aria-live="polite">
        <Text fw={600}>{type}</Text>
        <DeliveryStatus status={status} />
      </Group>
      {reason && <Text>{t(`reasons.${reason}`)}</Text>}
      {nextAttemptAt && status === 'retrying' && <Text>{t('next', { at: moment(nextAttemptAt) })}</Text>}
      <dl className={classes.facts}>
        <dt>{t('at')}</dt>
        <dd>{moment(at)}</dd>
        <dt>webhook-id</dt>
        <dd>{id}</dd>
        <dt>{t('eventId')}</dt>
        <dd>{eventId}</dd>
      </dl>
      <Title order={3}>{t('attemptsTitle', { count: attemptCount })}</Title>
      {attempts.length > 0 && <Attempts attempts={attempts} />}
      <Title order={3}>{t('data')}</Title>
      <pre className={classes.data}>{JSON.stringify(data, null, 2)}</pre>
      <Redeliver delivery={delivery} />
    </Stack>
  );
}

type Attempt = GetWebhookDeliveryResponse['attempts'][number];
function Attempts({ attempts }: { attempts: Attempt[] }) {
  const t = useTranslations('settings.webhooks');
  const { moment } = useFormats();
  const columns: Column<Attempt>[] = [
    { key: 'at', label: t('at'), cell: ({ at }) => moment(at) },
    { key: 'answer', label: t('answer'), cell: ({ status, error }) => status ?? error ?? '–' },
    { key: 'ms', label: t('took'), isNumber: true, cell: ({ ms }) => t('ms', { ms }) },
  ];
  return <SettingsTable label={t('attempts')} columns={columns} rows={attempts} keyOf={({ at }) => at} />;
}

function Redeliver({ delivery: { id, webhookId, status } }: { delivery: GetWebhookDeliveryResponse }) {
  const t = useTranslations('settings.webhooks');
  const client = useQueryClient();
  const toast = useToast();
  const may = useMay();
  const again = useMutation({
    mutationFn: () => api().redeliver({ path: { webhookId, deliveryId: id } }),
    onSuccess: (delivery) => {
      client.setQueryData(deliveryQuery(webhookId, id).queryKey, delivery);
      void client.invalidateQueries({ queryKey: ['deliveries', webhookId] });
      toast.done({ message: t('redelivered') });
    },
    onError: toast.failed,
  });
  if (!may('webhooks:write') || (status !== 'failed' && status !== 'delivered')) return null;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text c="var(--rapport-quiet)">{t('redeliverWhy')}</Text>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        onClick={() => again.mutate()}
        loading={again.isPending}
        flex="none"
      >
        {t('redeliver')}
      </Button>
    </Group>
  );
}

import { Group, SegmentedControl, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '../../../parts/format.ts';
import { More } from '../../../parts/more.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { DeliverySide } from './delivery-side.tsx';
import { deliveriesQuery, type Trouble } from './queries.ts';
import { DeliveryStatus } from './webhook-status.tsx';
import type { Delivery } from './webhook-values.ts';

const filters = ['all', 'retrying', 'failed'] as const;
type Props = {
  webhookId: string;
  /** The delivery that is looked at. */
  shown: string | undefined;
  onShown: (deliveryId: string | undefined) => void;
};

/** What a webhook was told in the last thirty days, and what came of it. */
export function Deliveries({ webhookId, shown, onShown }: Props) {
  const t = useTranslations('settings.webhooks');
  const [filter, setFilter] = useState<(typeof filters)[number]>('all');
  const status: Trouble | undefined = filter === 'all' ? undefined : filter;
  const pages = useInfiniteQuery(deliveriesQuery(webhookId, status));
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('deliveries')}</Title>
        <SegmentedControl
          aria-label={t('deliveries')}
          value={filter}
          onChange={(value) => setFilter(value as (typeof filters)[number])}
          data={filters.map((value) => ({ value, label: t(`filters.${value}`) }))}
        />
      </Group>
      <Loaded query={pages}>
        {({ pages: all }) => {
          const rows = all.flatMap(({ items }) => items);
          if (rows.length === 0) return <Text c="var(--rapport-quiet)">{t(`noDeliveries.${filter}`)}</Text>;
          return <DeliveriesTable deliveries={rows} onOpen={({ id }) => onShown(id)} />;
        }}
      </Loaded>
      <More pages={pages} />
      <SideDrawer title={t('deliveryTitle')} opened={shown !== undefined} onClose={() => onShown(undefined)}>
        {shown && <DeliverySide webhookId={webhookId} deliveryId={shown} />}
      </SideDrawer>
    </section>
  );
}

function DeliveriesTable({
  deliveries,
  onOpen,
}: {
  deliveries: Delivery[];
  onOpen: (one: Delivery) => void;
}) {
  const t = useTranslations('settings.webhooks');
  const { moment } = useFormats();
  const answerOf = ({ lastAttempt }: Delivery) => lastAttempt?.status ?? lastAttempt?.error ?? '–';
  const columns: Column<Delivery>[] = [
    {
      key: 'type',
      label: t('event'),
      cell: (delivery) => (
        <RowName onOpen={() => onOpen(delivery)} narrow={moment(delivery.at)}>
          {delivery.type}
        </RowName>
      ),
    },
    { key: 'at', label: t('at'), isWide: true, cell: ({ at }) => moment(at) },
    { key: 'answer', label: t('answer'), isWide: true, cell: answerOf },
    { key: 'attempts', label: t('attempts'), isNumber: true, cell: ({ attemptCount }) => attemptCount },
    { key: 'status', label: t('status'), cell: ({ status }) => <DeliveryStatus status={status} /> },
  ];
  return <SettingsTable label={t('deliveries')} columns={columns} rows={deliveries} keyOf={({ id }) => id} />;
}

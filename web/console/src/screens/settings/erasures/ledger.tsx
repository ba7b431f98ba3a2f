import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Erasure } from '../../../../../client/src/index.ts';
import { useFormats } from '../../../parts/format.ts';
import { More } from '../../../parts/more.tsx';
import { Person } from '../../../parts/person.tsx';
import { Status } from '../../../parts/status.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { erasuresQuery } from './queries.ts';

/** Who was erased, by ids: when, by whom, and how far it is. */
export function Ledger({ onOpen }: { onOpen: (erasureId: string) => void }) {
  const t = useTranslations('settings.erasures');
  const { moment } = useFormats();
  const pages = useInfiniteQuery(erasuresQuery);
  const columns: Column<Erasure>[] = [
    {
      key: 'at',
      label: t('at'),
      cell: ({ id, createdAt, contactId }) => (
        <RowName onOpen={() => onOpen(id)} below={contactId}>
          {moment(createdAt)}
        </RowName>
      ),
    },
    {
      key: 'by',
      label: t('by'),
      isWide: true,
      cell: ({ requestedBy }) => <Person id={requestedBy.id} withName />,
    },
    {
      key: 'status',
      label: t('status'),
      cell: ({ status }) => (
        <Status tone={status === 'done' ? 'good' : 'waiting'}>{t(`short.${status}`)}</Status>
      ),
    },
  ];
  return (
    <>
      <Loaded query={pages}>
        {({ pages: all }) => {
          const rows = all.flatMap(({ items }) => items);
          if (rows.length === 0) return <Text c="var(--rapport-quiet)">{t('nobody')}</Text>;
          return <SettingsTable label={t('ledger')} columns={columns} rows={rows} keyOf={({ id }) => id} />;
        }}
      </Loaded>
      <More pages={pages} />
    </>
  );
}

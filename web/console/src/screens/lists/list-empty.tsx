import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { permissionFor } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { kindIcons } from '../../app/places.ts';
import { Empty } from '../../parts/empty.tsx';
import { openCreate } from '../create/open-create.ts';
import type { List } from './use-list.ts';

/** What to do where a list has nothing: another filter, or the first record. */
export function ListEmpty({ list: { kind, filter, setFilter, source, isFilling } }: { list: List }) {
  const t = useTranslations('lists');
  const may = useMay();
  if (filter && !source.segmentId)
    return (
      <Empty
        icon={IconFilterOff}
        title={t('nothingFound')}
        action={
          <Button variant="light" mt="sm" onClick={() => setFilter(undefined)}>
            {t('clearFilter')}
          </Button>
        }
      >
        {t('nothingFoundWhy')}
      </Empty>
    );
  if (source.segmentId)
    return (
      <Empty icon={kindIcons[kind]} title={t(isFilling ? 'segmentFilling' : 'segmentEmpty')}>
        {t(isFilling ? 'segmentFillingWhy' : 'segmentEmptyWhy')}
      </Empty>
    );
  const action = may(permissionFor(kind, 'create')) && (
    <Button mt="sm" onClick={() => openCreate(kind)}>
      {t(`new.${kind}`)}
    </Button>
  );
  return (
    <Empty icon={kindIcons[kind]} title={t(`empty.${kind}`)} action={action}>
      {t(`emptyWhy.${kind}`)}
    </Empty>
  );
}

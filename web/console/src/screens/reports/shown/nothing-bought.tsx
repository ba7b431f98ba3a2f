import { IconShoppingCart } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Empty } from '../../../parts/empty.tsx';

/** In the place of a report of purchases where there were none. */
export function NothingBought() {
  const t = useTranslations('reports.bought');
  return (
    <Empty icon={IconShoppingCart} title={t('nothing')}>
      {t('why')}
    </Empty>
  );
}

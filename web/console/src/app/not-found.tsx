import { Button } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Empty } from '../parts/empty.tsx';

/** In the place of a screen; as a page of its own where there is no frame. */
export const NotFoundPage = () => (
  <main>
    <NotFound />
  </main>
);

export function NotFound() {
  const t = useTranslations('app');
  const action = (
    <Button component={Link} to="/today" variant="light" mt="sm">
      {t('home')}
    </Button>
  );
  return (
    <Empty icon={IconMapPinOff} title={t('notFound')} action={action} isPage>
      {t('notFoundWhy')}
    </Empty>
  );
}

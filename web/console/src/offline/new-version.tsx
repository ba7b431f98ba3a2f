import { registerSW } from 'virtual:pwa-register';
import { Button, Group, Text } from '@mantine/core';
import { showNotification } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';

/** Lets the console start without a network, and offers a newer one when it is there: nobody's page changes under them. */
export function NewVersion() {
  const t = useTranslations('app');
  useEffect(() => {
    const update = registerSW({
      onNeedRefresh: () => {
        const message = (
          <Group justify="space-between" wrap="nowrap">
            <Text size="md">{t('newVersion')}</Text>
            <Button size="compact-sm" onClick={() => void update(true)}>
              {t('reload')}
            </Button>
          </Group>
        );
        showNotification({ id: 'new-version', message, autoClose: false });
      },
    });
  }, [t]);
  return null;
}

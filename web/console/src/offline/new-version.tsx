import { registerSW } from 'virtual:pwa-register';
import { Button, Group, Text } from '@mantine/core';
import { showNotification } from '@mantine/notifications';
import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';

/** Milliseconds after the first sight: what is fetched for a time without a network must not hold up what is looked at. */
const laterMs = 4000;

/** Lets the console start without a network, and offers a newer one when it is there: nobody's page changes under them. */
export function NewVersion() {
  const t = useTranslations('app');
  const offer = useEffectEvent((update: () => void) => {
    const message = (
      <Group justify="space-between" wrap="nowrap">
        <Text size="md">{t('newVersion')}</Text>
        <Button size="compact-sm" onClick={update}>
          {t('reload')}
        </Button>
      </Group>
    );
    showNotification({ id: 'new-version', message, autoClose: false });
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      const update = registerSW({ onNeedRefresh: () => offer(() => void update(true)) });
    }, laterMs);
    return () => clearTimeout(timer);
  }, []);
  return null;
}

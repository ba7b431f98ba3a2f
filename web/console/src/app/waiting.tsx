import { Skeleton, Stack } from '@mantine/core';
import { useTranslations } from 'use-intl';

/** Stands where a screen will be. */
export function Waiting() {
  const t = useTranslations('common');
  return (
    <Stack p="lg" gap="md" role="status" aria-label={t('loading')}>
      <Skeleton h={28} w={180} />
      <Skeleton h={64} />
      <Skeleton h={64} />
      <Skeleton h={64} />
    </Stack>
  );
}

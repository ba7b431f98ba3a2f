import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Months } from './use-months.ts';

/** From year to year; on a phone from month to month. */
export function MonthStepper({ months: { title, step } }: { months: Months }) {
  const t = useTranslations('settings.months');
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" size={36} aria-label={t('earlier')} onClick={() => step(-1)}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <Text fw={600} miw={72} ta="center" aria-live="polite">
        {title}
      </Text>
      <ActionIcon variant="default" size={36} aria-label={t('later')} onClick={() => step(1)}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

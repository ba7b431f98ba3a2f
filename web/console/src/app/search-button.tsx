import { Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { openPalette } from './open-palette.ts';
import classes from './shell.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function SearchButton() {
  const t = useTranslations('app');
  return (
    <UnstyledButton className={classes.place} onClick={openPalette} flex={1} miw={0}>
      <IconSearch size={18} stroke={1.75} aria-hidden />
      <Group justify="space-between" flex={1} gap={4} wrap="nowrap">
        <Text span inherit>
          {t('search')}
        </Text>
        <Kbd size="xs" aria-hidden>
          {isApple ? '⌘K' : 'Ctrl K'}
        </Kbd>
      </Group>
    </UnstyledButton>
  );
}

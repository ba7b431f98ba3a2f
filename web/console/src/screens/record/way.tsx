import { ActionIcon, Group } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ListedKind } from '../../api/kinds.ts';
import { useWalk } from './walk.ts';

/** Up and down the list from which one came. */
export function Way({ kind, id }: { kind: ListedKind; id: string }) {
  const t = useTranslations('record');
  const walk = useWalk(kind, id);
  if (!walk) return null;
  const { previous, next } = walk;
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('shortcuts.previous')}
        disabled={!previous}
        onClick={previous}
      >
        <IconChevronUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('shortcuts.next')}
        disabled={!next}
        onClick={next}
      >
        <IconChevronDown size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

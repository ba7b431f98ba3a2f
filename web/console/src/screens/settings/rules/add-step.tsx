import { Button, Menu, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useBuild } from './build-context.ts';
import { deedIcons } from './deed-icons.ts';
import { type Deed, deeds, deepestStep } from './definition.ts';
import classes from './rules.module.css';
import type { List } from './steps.ts';

type Props = {
  list: List;
  at: number;
  depth: number;
  /** Between two cards it is a line with a plus. */
  isBetween?: boolean;
};

/** What a step may do here: only deals are moved, and no branch lies in the deepest one. */
function useOffered(depth: number): Deed[] {
  const { kind } = useBuild();
  const isOffered: Partial<Record<Deed, boolean>> = {
    branch: depth < deepestStep,
    move_deal: kind === 'deal',
    assign: kind !== 'product',
  };
  return deeds.filter((deed) => isOffered[deed] ?? true);
}

export function AddStep({ list, at, depth, isBetween = false }: Props) {
  const t = useTranslations('settings.rules');
  const { add, room } = useBuild();
  const offered = useOffered(depth);
  const target = isBetween ? (
    <UnstyledButton className={classes.between} aria-label={t('insertStep')} disabled={room <= 0}>
      <IconPlus size={14} aria-hidden />
    </UnstyledButton>
  ) : (
    <Button
      variant={list ? 'subtle' : 'default'}
      {...(list && { size: 'compact-sm', mih: { base: 44, sm: 30 } })}
      className={classes.add ?? ''}
      leftSection={<IconPlus size={16} aria-hidden />}
      disabled={room <= 0}
    >
      {t('addStep')}
    </Button>
  );
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown mah={460} style={{ overflowY: 'auto' }}>
        {offered.map((deed) => {
          const Icon = deedIcons[deed];
          return (
            <Menu.Item
              key={deed}
              leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
              onClick={() => add(list, at, deed)}
            >
              {t(`deeds.${deed}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

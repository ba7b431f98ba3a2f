import { Drawer, Stack } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { Bell } from './bell.tsx';
import { PlaceLink } from './place-link.tsx';
import type { Place } from './places.ts';
import classes from './shell.module.css';
import { WorkspacePlace } from './workspace-place.tsx';

type Props = { places: Place[]; isOpen: boolean; close(): void };

/** The places that have no slot of their own on a phone. */
export function MoreDrawer({ places, isOpen, close }: Props) {
  const t = useTranslations('app');
  return (
    <Drawer opened={isOpen} onClose={close} position="bottom" size="auto" title={t('more')}>
      <Stack gap={4} pb="env(safe-area-inset-bottom)">
        <WorkspacePlace />
        <Bell isLine onFollow={close} />
        {places.map((place) => (
          <PlaceLink key={place.to} place={place} className={classes.place} size={20} onFollow={close} />
        ))}
      </Stack>
    </Drawer>
  );
}

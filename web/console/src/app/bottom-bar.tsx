import { Drawer, Stack, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useMay } from './me.ts';
import { openPalette } from './open-palette.ts';
import { PlaceLink } from './place-link.tsx';
import { dayPlaces, otherPlaces, type Place, recordPlaces } from './places.ts';
import classes from './shell.module.css';
import { WorkspaceMenu } from './workspace-menu.tsx';

/** Five slots under the thumb: the day, the board, the search, the contacts, and the drawer with the rest. */
export function BottomBar() {
  const t = useTranslations('app');
  const may = useMay();
  const [isOpen, { open, close }] = useDisclosure();
  const visible = ({ needs }: Place) => !needs || may(needs);
  const [contacts, ...others] = recordPlaces;
  const slot = (place: Place) => (
    <PlaceLink key={place.to} place={place} className={classes.slot} size={22} />
  );
  return (
    <nav className={classes.bottom} aria-label={t('navigation')}>
      {dayPlaces.filter(visible).map(slot)}
      <UnstyledButton className={classes.slot} onClick={openPalette}>
        <IconSearch size={22} stroke={1.75} aria-hidden />
        <span>{t('search')}</span>
      </UnstyledButton>
      {contacts && visible(contacts) && slot(contacts)}
      <UnstyledButton className={classes.slot} onClick={open} aria-expanded={isOpen}>
        <IconDots size={22} stroke={1.75} aria-hidden />
        <span>{t('more')}</span>
      </UnstyledButton>
      <Drawer opened={isOpen} onClose={close} position="bottom" size="auto" title={t('more')}>
        <Stack gap={4} pb="env(safe-area-inset-bottom)">
          <WorkspaceMenu />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a link inside was followed, by whatever means */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click is what Enter on a link makes, too */}
          <div onClick={close}>
            {[...others, ...otherPlaces].filter(visible).map((place) => (
              <PlaceLink key={place.to} place={place} className={classes.place} size={20} />
            ))}
          </div>
        </Stack>
      </Drawer>
    </nav>
  );
}

import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useUnread } from '../api/notifications.ts';
import { UnreadCount } from './bell.tsx';
import { useMay } from './me.ts';
import { openPalette } from './open-palette.ts';
import { PlaceLink } from './place-link.tsx';
import { dayPlaces, otherPlaces, type Place, recordPlaces } from './places.ts';
import classes from './shell.module.css';

const MoreDrawer = lazy(() =>
  import('./more-drawer.tsx').then(({ MoreDrawer }) => ({ default: MoreDrawer })),
);

/** Five slots under the thumb: the day, the board, the search, the contacts, and the drawer with the rest. */
export function BottomBar() {
  const t = useTranslations('app');
  const may = useMay();
  const unread = useUnread();
  const [wasOpened, setOpened] = useState(false);
  const [isOpen, { open, close }] = useDisclosure(false, { onOpen: () => setOpened(true) });
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
        {unread > 0 && <span className="heard">{t('notificationsUnread', { count: unread })}</span>}
        <UnreadCount />
      </UnstyledButton>
      {wasOpened && (
        <Suspense>
          <MoreDrawer places={[...others, ...otherPlaces].filter(visible)} isOpen={isOpen} close={close} />
        </Suspense>
      )}
    </nav>
  );
}

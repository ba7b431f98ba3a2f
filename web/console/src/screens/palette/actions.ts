import { type Icon, IconBell, IconLogout, IconPlus, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';

import { useTranslations } from 'use-intl';
import { listedKinds, permissionFor } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { usePlaceName } from '../../app/place-link.tsx';
import { dayPlaces, otherPlaces, recordPlaces } from '../../app/places.ts';
import { signOut } from '../../app/session.ts';
import { openCreate } from '../create/open-create.ts';

export type Action = { id: string; label: string; icon: Icon; run(): void };

/** Where one can go and what one can do from anywhere, by the words that it is called. */
export function useActions(): Action[] {
  const t = useTranslations('palette');
  const app = useTranslations('app');
  const kinds = useTranslations('kinds.one');
  const may = useMay();
  const go = useNavigate();
  const nameOf = usePlaceName();

  const places = [...dayPlaces, ...recordPlaces, ...otherPlaces]
    .filter(({ needs }) => !needs || may(needs))
    .map((place): Action => {
      const run = () => void go({ to: place.to });
      return { id: place.to, label: t('goTo', { place: nameOf(place) }), icon: place.icon, run };
    });
  const makes = listedKinds
    .filter((kind) => may(permissionFor(kind, 'create')))
    .map((kind): Action => {
      const run = () => openCreate(kind);
      return { id: `new-${kind}`, label: t('make', { kind: kinds(kind) }), icon: IconPlus, run };
    });
  const own: Action[] = [
    {
      id: '/notifications',
      label: t('goTo', { place: app('notifications') }),
      icon: IconBell,
      run: () => void go({ to: '/notifications' }),
    },
    { id: '/profile', label: app('profile'), icon: IconUser, run: () => void go({ to: '/profile' }) },
    { id: 'sign-out', label: app('signOut'), icon: IconLogout, run: () => void signOut() },
  ];
  return [...places, ...makes, ...own];
}

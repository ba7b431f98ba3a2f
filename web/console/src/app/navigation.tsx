import { useTranslations } from 'use-intl';
import { Bell } from './bell.tsx';
import { useMay } from './me.ts';
import { PlaceLink } from './place-link.tsx';
import { dayPlaces, otherPlaces, type Place, recordPlaces } from './places.ts';
import { SearchButton } from './search-button.tsx';
import classes from './shell.module.css';
import { WorkspacePlace } from './workspace-place.tsx';

/** The places at the side of a desk's screen; what one may not see is not offered. */
export function Navigation() {
  const t = useTranslations('app');
  const may = useMay();
  const shown = (places: Place[]) =>
    places
      .filter(({ needs }) => !needs || may(needs))
      .map((place) => <PlaceLink key={place.to} place={place} className={classes.place} size={18} />);
  return (
    <nav className={classes.side} aria-label={t('navigation')}>
      <WorkspacePlace />
      <div className={classes.search}>
        <SearchButton />
        <Bell />
      </div>
      {shown(dayPlaces)}
      <div className={classes.group}>{t('records')}</div>
      {shown(recordPlaces)}
      <div style={{ flex: 1 }} />
      {shown(otherPlaces)}
    </nav>
  );
}

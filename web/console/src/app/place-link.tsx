import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Place } from './places.ts';

/** What a place is called in the reader's language. */
export function usePlaceName() {
  const t = useTranslations('app');
  const kinds = useTranslations('kinds.many');
  return ({ name, kind }: Place) => (name ? t(name) : kind ? kinds(kind) : '');
}

export function PlaceLink({
  place,
  className,
  size,
  onFollow,
}: {
  place: Place;
  className: string | undefined;
  size: number;
  onFollow?: () => void;
}) {
  const nameOf = usePlaceName();
  const { icon: Icon, to } = place;
  return (
    <Link
      to={to}
      className={className}
      onClick={onFollow}
      activeOptions={{ exact: false, includeSearch: false }}
    >
      <Icon size={size} stroke={1.75} aria-hidden />
      <span>{nameOf(place)}</span>
    </Link>
  );
}

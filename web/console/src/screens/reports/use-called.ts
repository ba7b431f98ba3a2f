import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { teamsQuery, useUsers } from '../../api/people.ts';
import { useMay } from '../../app/me.ts';
import type { Dimension } from './reports.ts';
import { capital } from './source-name.ts';

/** What a value is called on a chart, where there is room for words alone. */
export function useCalled() {
  const t = useTranslations('reports');
  const may = useMay();
  const users = useUsers();
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: may('teams:read') });
  const nameOf = (all: readonly { id: string; name: string }[], id: string) =>
    all.find((one) => one.id === id)?.name ?? id;
  const sourceOf = (value: string) =>
    t.has(`sources.${value}` as 'sources.form') ? t(`sources.${value}` as 'sources.form') : capital(value);
  const calling: Partial<Record<Dimension, (value: string) => string>> = {
    owner: (id) => nameOf(users, id),
    team: (id) => nameOf(teams, id),
    source: sourceOf,
  };
  return (dimension: Dimension, value: string | null): string => {
    if (value === null) return t(dimension === 'owner' ? 'nobodys' : 'notSaid');
    return calling[dimension]?.(value) ?? value;
  };
}

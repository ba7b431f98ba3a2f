import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { teamsQuery } from '../../api/people.ts';
import { useMay } from '../../app/me.ts';
import { Person } from '../../parts/person.tsx';
import { RecordLink } from '../../parts/record-link.tsx';
import type { Dimension } from './reports.ts';

function TeamName({ id }: { id: string }) {
  const may = useMay();
  const { data = [] } = useQuery({ ...teamsQuery, enabled: may('teams:read') });
  return <>{data.find((team) => team.id === id)?.name ?? id}</>;
}

/** Names as their owners write them. */
const written: Record<string, string> = {
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  duckduckgo: 'DuckDuckGo',
  x: 'X',
};
const capital = (word: string) => written[word] ?? word.slice(0, 1).toUpperCase() + word.slice(1);

/** A value that a report is split by, as people call it; null is what nobody has said. */
export function ValueName({ dimension, value }: { dimension: Dimension | undefined; value: string | null }) {
  const t = useTranslations('reports');
  if (value === null) return <>{t(dimension === 'owner' ? 'nobodys' : 'notSaid')}</>;
  if (dimension === 'owner') return <Person id={value} withName />;
  if (dimension === 'team') return <TeamName id={value} />;
  if (dimension === 'company' || dimension === 'product') return <RecordLink kind={dimension} id={value} />;
  if (dimension === 'source' && t.has(`sources.${value}` as 'sources.form'))
    return <>{t(`sources.${value}` as 'sources.form')}</>;
  return <>{dimension === 'source' ? capital(value) : value}</>;
}

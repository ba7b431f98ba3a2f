import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { TileFigures } from '../../../../client/src/index.ts';
import { Waiting } from '../../app/waiting.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { reportIds } from '../reports/reports.ts';
import { useWords } from '../reports/use-words.ts';
import classes from './dashboards.module.css';
import { type Tile, tileQuery } from './queries.ts';
import { TileBody } from './tile-body.tsx';

/** What a tile is called: as its maker said, else as its report is. */
export function useTileTitle() {
  const t = useTranslations('reports');
  return ({ title, report }: Pick<Tile, 'title' | 'report'>): string => {
    const name = `names.${report}` as 'names.sales';
    return title ?? (t.has(name) ? t(name) : report);
  };
}

/** Of which months it is, and the way to the whole report. */
function Foot({ figures }: { figures: TileFigures }) {
  const t = useTranslations('reports.dashboards');
  const { month } = useWords();
  const { query, report } = figures;
  const { from, to, by, ...rest } = query;
  const search = { ...rest, report, ...(from && { from }), ...(to && { to }), ...(by && { splitBy: by }) };
  return (
    <div className={classes.foot}>
      <Text c="dimmed" size="sm">
        {from && to && (from === to ? month(from) : `${month(from)} – ${month(to)}`)}
      </Text>
      {reportIds.some((id) => id === report) && (
        <Anchor component={Link} to="/reports" search={search as never} size="sm">
          {t('toReport')}
        </Anchor>
      )}
    </div>
  );
}

/** A report as a tile keeps it. One that cannot be read says so by itself. */
export function TileCard({ dashboardId, tile }: { dashboardId: string; tile: Tile }) {
  const asked = useQuery(tileQuery(dashboardId, tile));
  const title = useTileTitle()(tile);
  return (
    <section className={classes.tile} aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      {asked.error && !asked.isFetching ? (
        <ProblemBox error={asked.error} again={() => void asked.refetch()} />
      ) : asked.data ? (
        <>
          <TileBody figures={asked.data} title={title} />
          <Foot figures={asked.data} />
        </>
      ) : (
        <Waiting />
      )}
    </section>
  );
}

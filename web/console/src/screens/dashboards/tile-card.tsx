import { ActionIcon, Anchor, Text } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TileFigures } from '../../../../client/src/index.ts';
import { Waiting } from '../../app/waiting.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { reportIds } from '../reports/reports.ts';
import { useWords } from '../reports/use-words.ts';
import classes from './dashboards.module.css';
import { type Tile, tileQuery } from './queries.ts';
import { TileBody } from './tile-body.tsx';
import { useTileTitle } from './tile-title.ts';

const TileDialog = lazy(() =>
  import('./tile-dialog.tsx').then(({ TileDialog }) => ({ default: TileDialog })),
);

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

const shownIn = ({ part, columns }: TileFigures) => ({ part, figures: columns.map(({ name }) => name) });

type Props = {
  dashboardId: string;
  tile: Tile;
  /** Keeps it otherwise; for who may. Answers whether it was done. */
  onChange: ((tile: Tile) => Promise<unknown>) | undefined;
};
/** A report as a tile keeps it. One that cannot be read says so by itself. */
export function TileCard({ dashboardId, tile, onChange }: Props) {
  const t = useTranslations('reports.dashboards');
  const asked = useQuery(tileQuery(dashboardId, tile));
  const title = useTileTitle()(tile);
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={classes.tile} aria-label={title}>
      <div className={classes.top}>
        <h2 className={classes.heading}>{title}</h2>
        {onChange && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('changeTile', { name: title })}
            onClick={() => setOpen(true)}
          >
            <IconAdjustments size={18} aria-hidden />
          </ActionIcon>
        )}
      </div>
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
      {isOpen && onChange && (
        <Suspense>
          <TileDialog
            tile={tile}
            shown={asked.data && shownIn(asked.data)}
            onClose={() => setOpen(false)}
            onSave={onChange}
          />
        </Suspense>
      )}
    </section>
  );
}

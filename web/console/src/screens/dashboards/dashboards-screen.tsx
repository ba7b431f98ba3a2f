import { Button, Select } from '@mantine/core';
import { IconLayoutDashboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { Dashboard } from '../../../../client/src/index.ts';
import { Waiting } from '../../app/waiting.tsx';
import { Empty } from '../../parts/empty.tsx';
import { MoreTexts } from '../../parts/more-texts.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { Screen } from '../../parts/screen.tsx';
import { DashboardActs } from './dashboard-acts.tsx';
import classes from './dashboards.module.css';
import { dashboardsQuery, type Tile } from './queries.ts';
import { useIsTheirs } from './theirs.ts';
import { TileCard } from './tile-card.tsx';
import { useDashboardWrites } from './use-dashboard-writes.ts';

/** The dashboard that the address names, else the first. */
function useChosen(all: readonly Dashboard[]) {
  const { id } = useSearch({ strict: false }) as { id?: string };
  const navigate = useNavigate();
  const go = (next: string | undefined) =>
    void navigate({ to: '.', search: (next ? { id: next } : {}) as never, replace: true });
  return { dashboard: all.find((one) => one.id === id) ?? all[0], go };
}

function Tiles({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslations('reports.dashboards');
  const isTheirs = useIsTheirs()(dashboard);
  const { patch } = useDashboardWrites();
  const put = (tile: Tile) =>
    patch(dashboard, { tiles: dashboard.tiles.map((one) => (one.id === tile.id ? tile : one)) });
  if (dashboard.tiles.length === 0)
    return (
      <Empty
        icon={IconLayoutDashboard}
        title={t('noTiles')}
        action={
          <Button component={Link} to="/reports">
            {t('toReports')}
          </Button>
        }
      />
    );
  return (
    <div className={classes.tiles}>
      {dashboard.tiles.map((tile) => (
        <TileCard
          key={tile.id}
          dashboardId={dashboard.id}
          tile={tile}
          onChange={isTheirs ? put : undefined}
        />
      ))}
    </div>
  );
}

function Dashboards() {
  const t = useTranslations('reports.dashboards');
  const asked = useQuery(dashboardsQuery);
  const all = asked.data ?? [];
  const { dashboard, go } = useChosen(all);
  const choice = all.length > 1 && dashboard && (
    <Select
      aria-label={t('title')}
      allowDeselect={false}
      maw={360}
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      value={dashboard.id}
      onChange={(id) => id && go(id)}
    />
  );
  return (
    <Screen
      title={dashboard?.name ?? t('title')}
      actions={<DashboardActs dashboard={dashboard} go={go} />}
      below={choice}
    >
      {asked.error && !asked.isFetching ? (
        <ProblemBox error={asked.error} again={() => void asked.refetch()} />
      ) : !asked.data ? (
        <Waiting />
      ) : dashboard ? (
        <Tiles dashboard={dashboard} />
      ) : (
        <Empty icon={IconLayoutDashboard} title={t('none')} />
      )}
    </Screen>
  );
}

/** Reports side by side, as somebody keeps them. */
export const DashboardsScreen = () => (
  <Suspense fallback={<Waiting />}>
    <MoreTexts part="reports">
      <Dashboards />
    </MoreTexts>
  </Suspense>
);

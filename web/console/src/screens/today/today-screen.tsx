import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { teamsQuery } from '../../api/people.ts';
import { useMay, useMe } from '../../app/me.ts';
import { Waiting } from '../../app/waiting.tsx';
import { useFormats } from '../../parts/format.ts';
import { Screen } from '../../parts/screen.tsx';
import { type Asked, DeskProvider } from './desk.ts';
import { Dialogs } from './dialogs.tsx';
import { Mine } from './mine.tsx';
import { useTodaySearch } from './search.ts';
import classes from './today.module.css';
import { useDay } from './use-day.ts';
import { useLineKeys } from './use-line-keys.ts';

const Team = lazy(() => import('./team/team.tsx').then(({ Team }) => ({ default: Team })));
const Guide = lazy(() => import('../guide/guide.tsx').then(({ Guide }) => ({ default: Guide })));

/** Who leads others: by a role of the house that reaches everybody, or as a team's manager. */
function useLeads(): boolean {
  const may = useMay();
  const { id, roles } = useMe();
  const { data } = useQuery({ ...teamsQuery, enabled: may('teams:read') });
  const isManager = data?.some(({ managerIds }) => managerIds.includes(id));
  return (
    may('users:read') && (roles.some((role) => role === 'admin' || role === 'manager') || isManager === true)
  );
}

function MyDay() {
  const day = useDay();
  const { tick, untick } = day;
  const [asked, ask] = useState<Asked>();
  useLineKeys();
  const desk = useMemo(() => ({ tick, untick, ask }), [tick, untick]);
  return (
    <DeskProvider value={desk}>
      <Suspense>
        <Guide />
      </Suspense>
      <Mine day={day} />
      <Dialogs asked={asked} close={() => ask(undefined)} />
    </DeskProvider>
  );
}

function TodaysDate() {
  const format = useFormatter();
  const { timeZone } = useFormats();
  return (
    <span className={classes.date}>
      {format.dateTime(new Date(), { timeZone, weekday: 'long', day: 'numeric', month: 'long' })}
    </span>
  );
}

/** What the team opens every morning. */
export function TodayScreen() {
  const t = useTranslations('today');
  const title = useTranslations('app')('today');
  const { tab, change } = useTodaySearch();
  const leads = useLeads();
  const tabs = leads && (
    <Tabs
      value={tab}
      onChange={(to) =>
        change({ tab: to === 'team' ? 'team' : undefined, person: undefined, pipeline: undefined })
      }
    >
      <Tabs.List aria-label={t('tabs')} className={classes.tabs}>
        <Tabs.Tab value="mine">{t('mine')}</Tabs.Tab>
        <Tabs.Tab value="team">{t('team')}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  );
  return (
    <Screen title={title} actions={<TodaysDate />} below={tabs}>
      {tab === 'team' && leads ? (
        <Suspense fallback={<Waiting />}>
          <Team />
        </Suspense>
      ) : (
        <MyDay />
      )}
    </Screen>
  );
}

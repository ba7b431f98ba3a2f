import { Button, SegmentedControl } from '@mantine/core';
import { IconBell, IconChecks } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useUnread } from '../../api/notifications.ts';
import { Waiting } from '../../app/waiting.tsx';
import { Empty } from '../../parts/empty.tsx';
import { dayIn, useFormats } from '../../parts/format.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { More } from '../../parts/more.tsx';
import { MoreTexts } from '../../parts/more-texts.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { Screen } from '../../parts/screen.tsx';
import { NotificationLine } from './notification-line.tsx';
import classes from './notifications.module.css';
import { type Notification, notificationsQuery, useReading } from './queries.ts';

function Days({ all }: { all: Notification[] }) {
  const { nearDay, timeZone } = useFormats();
  const { read } = useReading();
  const days = Map.groupBy(all, ({ createdAt }) => dayIn(timeZone, new Date(createdAt)));
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={classes.day} aria-label={nearDay(day)}>
      <h2>{nearDay(day)}</h2>
      <ul>
        {ofDay.map((one) => (
          <NotificationLine key={one.id} one={one} onRead={() => read(one)} />
        ))}
      </ul>
    </section>
  ));
}

function List({ onlyUnread }: { onlyUnread: boolean }) {
  const t = useTranslations('notifications');
  const pages = useInfiniteQuery(notificationsQuery(onlyUnread));
  if (pages.error && !pages.data)
    return <ProblemBox error={pages.error} again={() => void pages.refetch()} />;
  if (!pages.data) return <Waiting />;
  const all = pages.data.pages.flatMap(({ items }) => items);
  if (all.length === 0)
    return (
      <Empty icon={IconBell} title={t(onlyUnread ? 'noneUnread' : 'none')}>
        {t('noneWhy')}
      </Empty>
    );
  return (
    <div className={classes.list}>
      <Days all={all} />
      <More pages={pages} />
    </div>
  );
}

function ReadAll({ onlyUnread }: { onlyUnread: boolean }) {
  const t = useTranslations('notifications');
  const unread = useUnread();
  const { readAll } = useReading();
  const { data } = useInfiniteQuery(notificationsQuery(onlyUnread));
  const seen = data?.pages[0]?.items.map(({ createdAt }) => createdAt) ?? [];
  const newest = seen.toSorted().at(-1); // what came late stands further down
  return (
    <Button
      variant="default"
      leftSection={<IconChecks size={16} aria-hidden />}
      disabled={!newest || unread === 0}
      onClick={() => newest && readAll(newest)}
    >
      {t('readAll')}
    </Button>
  );
}

function Shown() {
  const t = useTranslations('notifications');
  const navigate = useNavigate();
  const { show }: { show?: unknown } = useSearch({ from: '/inside/notifications' });
  const onlyUnread = show === 'unread';
  const choose = (value: string) =>
    void navigate({ to: '.', search: value === 'unread' ? { show: value } : {}, replace: true });
  const below = (
    <div className={classes.below}>
      <SegmentedControl
        className={classes.choice ?? ''}
        aria-label={t('show')}
        value={onlyUnread ? 'unread' : 'all'}
        onChange={choose}
        data={[
          { value: 'all', label: t('all') },
          { value: 'unread', label: t('unread') },
        ]}
      />
      <LinkButton to="/profile" hash="notifications" variant="subtle" px={0}>
        {t('choose')}
      </LinkButton>
    </div>
  );
  return (
    <Screen title={t('title')} actions={<ReadAll onlyUnread={onlyUnread} />} below={below}>
      <List onlyUnread={onlyUnread} />
    </Screen>
  );
}

/** What one is told of, newest first. */
export const NotificationsScreen = () => (
  <Suspense fallback={<Waiting />}>
    <MoreTexts part="notifications">
      <Shown />
    </MoreTexts>
  </Suspense>
);

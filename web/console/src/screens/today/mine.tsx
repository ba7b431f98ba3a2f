import { Anchor, Button } from '@mantine/core';
import { IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../app/me.ts';
import { Empty } from '../../parts/empty.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { groups } from './lines/line.ts';
import { QuickAdd } from './quick-add.tsx';
import { LineSection, Lines, LinesWaiting, Section } from './section.tsx';
import classes from './today.module.css';
import type { Day } from './use-day.ts';

function Tasks({ day }: { day: Day }) {
  const t = useTranslations('today');
  return (
    <>
      {groups
        .filter((group) => day.groups[group].length > 0)
        .map((group) => (
          <Section
            key={group}
            name={group}
            title={t(group)}
            count={day.groups[group].length}
            isUrgent={group === 'overdue'}
            isOpenFirst={group !== 'later'}
          >
            <Lines lines={day.groups[group]} />
          </Section>
        ))}
      {day.hasMoreTasks && (
        <Anchor component={Link} to="/tasks" className={classes.all}>
          {t('allTasks')}
        </Anchor>
      )}
    </>
  );
}

const isEmpty = ({ sections, groups: of }: Day) =>
  [sections.callToday, of.overdue, of.dueToday].every(({ length }) => length === 0);

function Nothing() {
  const t = useTranslations('today');
  const may = useMay();
  const action = may('deals:read') && (
    <Button component={Link} to="/board" variant="light" mt="sm">
      {t('toBoard')}
    </Button>
  );
  return (
    <Empty icon={IconSun} title={t('nothing')} action={action}>
      {t('nothingWhy')}
    </Empty>
  );
}

/** One's own day: at a desk calls and tasks on the left, what is to be watched on the right. */
export function Mine({ day }: { day: Day }) {
  const t = useTranslations('today');
  const may = useMay();
  const { sections } = day;
  const isWaiting = useDeferredValue(day.isWaiting, true); // drawn in slices, so that a touch need not wait for all lines
  if (day.error) return <ProblemBox error={day.error} again={day.again} />;
  if (isWaiting)
    return (
      <div className={classes.columns}>
        <div className={classes.column}>
          {may('tasks:create') && <QuickAdd />}
          <LinesWaiting />
        </div>
      </div>
    );
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        {may('tasks:create') && <QuickAdd />}
        {isEmpty(day) && <Nothing />}
        {!isEmpty(day) && (
          <LineSection
            name="call"
            title={t('callToday')}
            lines={sections.callToday}
            none={t('callTodayNone')}
          />
        )}
        <Tasks day={day} />
      </div>
      <div className={classes.column}>
        <LineSection
          name="closing"
          title={t('closingSoon')}
          lines={sections.closingSoon}
          none={t('closingSoonNone')}
        />
        <LineSection
          name="quiet"
          title={t('goingQuiet')}
          lines={sections.goingQuiet}
          none={t('goingQuietNone')}
        />
        <LineSection
          name="birthdays"
          title={t('birthdays')}
          lines={sections.birthdays}
          none={t('birthdaysNone')}
        />
      </div>
    </div>
  );
}

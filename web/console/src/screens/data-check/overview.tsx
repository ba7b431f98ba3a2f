import { IconStethoscope } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useMay } from '../../app/me.ts';
import { Waiting } from '../../app/waiting.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { Screen } from '../../parts/screen.tsx';
import { CheckGroups } from './check-groups.tsx';
import { CheckNow } from './check-now.tsx';
import classes from './data-check.module.css';
import { GradeCard } from './grade-card.tsx';
import { GradesCard } from './grades-card.tsx';
import { countsQuery } from './queries.ts';

function Body() {
  const t = useTranslations('dataCheck');
  const mayGrade = useMay()('workspaces:write');
  const counts = useQuery(countsQuery);
  if (counts.error && !counts.data)
    return <ProblemBox error={counts.error} again={() => void counts.refetch()} />;
  if (!counts.data) return <Waiting />;
  const { kinds, grade } = counts.data;
  if (kinds.length === 0)
    return (
      <Empty icon={IconStethoscope} title={t('nothingToSee')}>
        {t('nothingToSeeWhy')}
      </Empty>
    );
  return (
    <div className={classes.content}>
      <div className={classes.cards}>
        <GradeCard grade={grade} kinds={kinds} />
        {mayGrade && <GradesCard />}
      </div>
      <CheckGroups kinds={kinds} />
    </div>
  );
}

/** How good the data is, over time, and what was found in it. */
export function Overview() {
  const t = useTranslations('dataCheck');
  return (
    <Screen title={t('title')} actions={<CheckNow />}>
      <Body />
    </Screen>
  );
}

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { useFormats } from '../../parts/format.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import type { Graded } from './chart.ts';
import classes from './data-check.module.css';
import { GradeChart } from './grade-chart.tsx';
import { gradesQuery } from './queries.ts';

/** How the newest grade differs from the one before. */
function Moved({ newest, before }: { newest: Graded; before: Graded }) {
  const t = useTranslations('dataCheck');
  const format = useFormatter();
  const { moment } = useFormats();
  const change = Math.round((newest.grade - before.grade) * 10) / 10;
  if (change === 0) return <span className={classes.quiet}>{t('same', { at: moment(before.at) })}</span>;
  const by = format.number(change, { signDisplay: 'always' });
  return <span className={classes.quiet}>{t('moved', { by, at: moment(before.at) })}</span>;
}

function Grades({ grades }: { grades: Graded[] }) {
  const t = useTranslations('dataCheck');
  const format = useFormatter();
  const [before, newest] = [grades.at(-2), grades.at(-1)];
  if (!newest) return <p className={classes.quiet}>{t('firstGrade')}</p>;
  return (
    <>
      <p className={classes.figure}>
        <strong className={classes.newest}>{format.number(newest.grade)}</strong>
        {before && <Moved newest={newest} before={before} />}
      </p>
      <GradeChart grades={grades} />
    </>
  );
}

/** The grades of the whole workspace over time. */
export function GradesCard() {
  const t = useTranslations('dataCheck');
  const { data, error, refetch } = useQuery(gradesQuery);
  const grades = data?.map(({ createdAt, grade }) => ({ at: createdAt, grade })).toReversed();
  return (
    <section className={classes.card} aria-label={t('overTime')}>
      <h2 className={classes.heading}>{t('overTime')}</h2>
      {error && !grades && <ProblemBox error={error} again={() => void refetch()} />}
      {!error && !grades && <Skeleton h={110} />}
      {grades && <Grades grades={grades} />}
      <p className={classes.quiet}>{t('overTimeOf')}</p>
    </section>
  );
}

import { useFormatter, useTranslations } from 'use-intl';
import { type KindCounts, levelOf } from './checks.ts';
import classes from './data-check.module.css';

type Props = { grade: number | undefined; kinds: readonly KindCounts[] };

/** In how many records something is wrong, in a sentence. */
function useSentence(kinds: readonly KindCounts[]): string {
  const t = useTranslations('dataCheck');
  const sum = (of: (kind: KindCounts) => number | undefined) =>
    kinds.reduce((total, kind) => total + (of(kind) ?? 0), 0);
  const [records, faulty, duplicates] = [
    sum((kind) => kind.records),
    sum((kind) => kind.faulty),
    sum((kind) => kind.duplicates),
  ];
  if (records === 0) return t('noRecords');
  return faulty + duplicates === 0 ? t('noFault', { records }) : t('faulty', { faulty, records, duplicates });
}

/** The grade of what the reader may see: a figure, a word, and what it means. */
export function GradeCard({ grade, kinds }: Props) {
  const t = useTranslations('dataCheck');
  const format = useFormatter();
  const sentence = useSentence(kinds);
  return (
    <section className={classes.card} aria-label={t('grade')}>
      <h2 className={classes.heading}>{t('grade')}</h2>
      {grade === undefined ? (
        <>
          <p className={classes.level}>{t('noGrade')}</p>
          <p className={classes.quiet}>{t('noGradeWhy')}</p>
        </>
      ) : (
        <>
          <p className={classes.figure}>
            <strong className={classes.grade} data-level={levelOf(grade)}>
              {format.number(grade)}
            </strong>
            <span className={classes.quiet}>{t('ofHundred')}</span>
            <span className={classes.level}>{t(`levels.${levelOf(grade)}`)}</span>
          </p>
          <div className={classes.meter} aria-hidden>
            <div data-level={levelOf(grade)} style={{ width: `${grade}%` }} />
          </div>
          <p className={classes.quiet}>{sentence}</p>
        </>
      )}
    </section>
  );
}

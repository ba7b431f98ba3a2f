import { IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Empty } from '../../parts/empty.tsx';
import { type CheckLine, inGroups, type KindCounts, type LineName } from './checks.ts';
import classes from './data-check.module.css';
import { wayTo } from './search.ts';

function Line({ line: { check, kinds } }: { line: CheckLine }) {
  const t = useTranslations('dataCheck');
  const many = useTranslations('kinds.many');
  const title = t(`checks.${check}.title`);
  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <div className={classes.lineTitle}>{title}</div>
        <div className={classes.quiet}>{t(`checks.${check}.about`)}</div>
      </div>
      <div className={classes.ways}>
        {kinds.map(({ kind, count }) => {
          const words = t('kindCount', { kind: many(kind), count });
          return (
            <Link
              key={kind}
              {...wayTo(kind, check)}
              className={classes.way}
              aria-label={`${words}, ${title}`}
            >
              {words}
              <IconChevronRight size={16} aria-hidden />
            </Link>
          );
        })}
      </div>
    </li>
  );
}

function Quiet({ checks }: { checks: readonly LineName[] }) {
  const t = useTranslations('dataCheck');
  return (
    <section aria-label={t('nothing')} className={classes.group}>
      <h2 className={classes.heading}>{t('nothing')}</h2>
      <ul className={classes.quietLines}>
        {checks.map((check) => (
          <li key={check} className={classes.quietLine}>
            <IconCircleCheck size={16} aria-hidden />
            {t(`checks.${check}.title`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was found, as one would say it, with the way to it; what found nothing is said in a line. */
export function CheckGroups({ kinds }: { kinds: readonly KindCounts[] }) {
  const t = useTranslations('dataCheck');
  const { groups, quiet } = inGroups(kinds);
  return (
    <>
      {groups.length === 0 && (
        <Empty icon={IconCircleCheck} title={t('well')}>
          {t('wellWhy')}
        </Empty>
      )}
      {groups.map(({ name, lines }) => (
        <section key={name} aria-label={t(`groups.${name}`)} className={classes.group}>
          <h2 className={classes.heading}>{t(`groups.${name}`)}</h2>
          <ul className={classes.lines}>
            {lines.map((line) => (
              <Line key={line.check} line={line} />
            ))}
          </ul>
        </section>
      ))}
      {quiet.length > 0 && <Quiet checks={quiet} />}
    </>
  );
}

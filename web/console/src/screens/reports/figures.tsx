import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import classes from './reports.module.css';

type Figure = {
  id: string;
  label: string;
  value: ReactNode;
  about?: ReactNode;
  /** What it was in the period before, where that is known. */
  before?: string | undefined;
};

/** The figures that matter most, large, above what they are made of. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  const t = useTranslations('reports');
  return (
    <dl className={classes.figures}>
      {figures.map(({ id, label, value, about, before }) => (
        <div key={id} className={classes.card}>
          <dt>{label}</dt>
          <dd className={classes.large}>{value}</dd>
          {about && <dd className={classes.about}>{about}</dd>}
          {before !== undefined && <dd className={classes.about}>{t('before', { value: before })}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Says a figure of the period and of the one before it in the same words. */
export const comparing =
  <T,>(now: T, before: T | undefined) =>
  (id: string, label: string, say: (of: T) => string): Figure => ({
    ...{ id, label, value: say(now) },
    before: before && say(before),
  });

/** A part of a report with its name: a chart, a table. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h2 className={classes.heading}>{title}</h2>
      {children}
    </section>
  );
}

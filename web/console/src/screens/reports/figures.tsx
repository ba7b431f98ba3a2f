import type { ReactNode } from 'react';
import classes from './reports.module.css';

type Figure = { id: string; label: string; value: ReactNode; about?: ReactNode };

/** The figures that matter most, large, above what they are made of. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map(({ id, label, value, about }) => (
        <div key={id} className={classes.card}>
          <dt>{label}</dt>
          <dd className={classes.large}>{value}</dd>
          {about && <dd className={classes.about}>{about}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** A part of a report with its name: a chart, a table. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h2 className={classes.heading}>{title}</h2>
      {children}
    </section>
  );
}

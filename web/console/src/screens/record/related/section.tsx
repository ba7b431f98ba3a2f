import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './related.module.css';

/** A part of what belongs to a record, under its name. */
export function Section({
  title,
  count,
  action,
  children,
}: {
  title: string;
  count?: number;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id} className={classes.title}>
          {title}
          {count !== undefined && count > 0 && <span className={classes.count}>{count}</span>}
        </Title>
        {action}
      </div>
      {children}
    </section>
  );
}

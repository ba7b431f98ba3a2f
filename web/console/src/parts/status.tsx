import type { ReactNode } from 'react';
import classes from './status.module.css';

/** How something stands: a dot of a colour, and the word that says it. */
export function Status({
  tone,
  children,
}: {
  tone: 'good' | 'waiting' | 'bad' | 'off';
  children: ReactNode;
}) {
  return (
    <span className={classes.status}>
      <span className={`${classes.dot} ${classes[tone]}`} aria-hidden />
      {children}
    </span>
  );
}

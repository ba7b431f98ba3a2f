import classes from './reports.module.css';

/** A share, 0 to 1, in figures and as a bar. */
export function ShareBar({ part, text }: { part: number | undefined; text: string }) {
  return (
    <span className={classes.share}>
      {text}
      <span className={classes.bar} aria-hidden>
        <div style={{ width: `${Math.round(100 * Math.min(1, part ?? 0))}%` }} />
      </span>
    </span>
  );
}

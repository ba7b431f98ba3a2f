import classes from '../reports.module.css';

/** A figure on a ground that is the stronger the greater it is; `part` from 0 to 1. */
export function Heat({ part, text }: { part: number; text: string }) {
  const strength = Math.round(Math.max(0, Math.min(1, part)) * 45);
  return (
    <span
      className={classes.heat}
      style={{ background: `color-mix(in srgb, var(--mantine-color-ink-6) ${strength}%, transparent)` }}
    >
      {text}
    </span>
  );
}

import { useTranslations } from 'use-intl';
import type { ValueProps } from './field-def.ts';
import classes from './field-value.module.css';

/** The colours that closed values have; all others have none. */
const colours: Record<string, string> = {
  won: 'teal',
  customer: 'teal',
  paid: 'teal',
  fulfilled: 'teal',
  solved: 'teal',
  kept: 'teal',
  granted: 'teal',
  done: 'teal',
  qualified: 'blue',
  placed: 'blue',
  open: 'blue',
  lead: 'violet',
  pending: 'yellow',
  high: 'orange',
  urgent: 'red',
  lost: 'red',
  broken: 'red',
  withdrawn: 'red',
  cancelled: 'gray',
  refunded: 'gray',
  closed: 'gray',
  former: 'gray',
};

export function Pill({ value, label }: { value?: string; label: string }) {
  const colour = value === undefined ? undefined : colours[value];
  return (
    <span className={classes.pill}>
      {colour && (
        <span
          className={classes.dot}
          style={{ background: `var(--mantine-color-${colour}-6)` }}
          aria-hidden
        />
      )}
      {label}
    </span>
  );
}

const shownInACell = 2;
/** One value of a few, or several words. */
export function Pills({ field, value, isCompact }: ValueProps) {
  const t = useTranslations('fields');
  const values = Array.isArray(value) ? (value as string[]) : [String(value)];
  const few = isCompact ? values.slice(0, shownInACell) : values;
  const labelOf = (one: string) => field.options?.find((option) => option.value === one)?.label ?? one;
  return (
    <span className={isCompact ? `${classes.pills} ${classes.one}` : classes.pills}>
      {few.map((one) => (
        <Pill key={one} label={labelOf(one)} {...(field.type === 'choice' && { value: one })} />
      ))}
      {few.length < values.length && <Pill label={t('more', { count: values.length - few.length })} />}
    </span>
  );
}

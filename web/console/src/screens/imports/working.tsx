import { Button, Progress, Text, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import classes from './imports.module.css';

type Props = {
  title: string;
  why: string;
  /** How much of how many rows is done; unknown where it is left out. */
  rows?: { done: number; all: number };
  stop?: { label: string; run: () => void };
};

/** That it is being worked on, and how far it is. */
export function Working({ title, why, rows, stop }: Props) {
  const t = useTranslations('imports.run');
  const part = rows && rows.all > 0 ? Math.min(100, (rows.done / rows.all) * 100) : undefined;
  return (
    <section className={classes.card} aria-busy>
      <div className={classes.line}>
        <Title order={2}>{title}</Title>
        {rows && <Text className={classes.count}>{t('of', rows)}</Text>}
      </div>
      <Progress.Root size="md">
        <Progress.Section
          value={part ?? 100}
          {...(part === undefined ? { animated: true, striped: true } : {})}
          aria-label={title}
        />
      </Progress.Root>
      <div className={classes.line}>
        <Text className={classes.quiet}>{why}</Text>
        {stop && (
          <Button variant="default" onClick={stop.run}>
            {stop.label}
          </Button>
        )}
      </div>
    </section>
  );
}

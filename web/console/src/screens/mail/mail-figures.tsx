import { Badge, Group, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { ProblemBox } from '../../parts/problem.tsx';
import classes from './mail.module.css';
import { figuresQuery } from './mail-queries.ts';
import { type MailTab, useMailSearch } from './mail-search.ts';

const sumOf = (byReason: Record<string, number>) =>
  Object.values(byReason).reduce((sum, count) => sum + count, 0);

/** Everything that came in, and what became of it: the figures add up, or it is said that they do not. */
export function MailFigures() {
  const t = useTranslations('mail');
  const format = useFormatter();
  const { go } = useMailSearch();
  const { data, error, refetch } = useQuery(figuresQuery);
  if (error && !data) return <ProblemBox error={error} again={() => void refetch()} />;
  if (!data) return <Skeleton h={56} />;
  const skipped = sumOf(data.skipped);
  const open = data.received - data.logged - skipped - data.failed;
  const figure = (name: MailTab, count: number) => (
    <UnstyledButton className={classes.figure} onClick={() => go({ tab: name })}>
      <Text fw={600}>{format.number(count)}</Text>
      <Text size="sm" c="var(--rapport-quiet)">
        {t(`figures.${name as 'logged' | 'skipped' | 'failed'}`)}
      </Text>
    </UnstyledButton>
  );
  return (
    <Group className={classes.figures} gap="xs" role="group" aria-label={t('figures.label')}>
      <div className={classes.figure}>
        <Text fw={600}>{format.number(data.received)}</Text>
        <Text size="sm" c="var(--rapport-quiet)">
          {t('figures.received')}
        </Text>
      </div>
      {figure('logged', data.logged)}
      {figure('skipped', skipped)}
      {figure('failed', data.failed)}
      <Badge variant="light" color={open === 0 ? 'teal' : 'yellow'} className={classes.sum} autoContrast>
        {open === 0 ? t('figures.even') : t('figures.open', { count: open })}
      </Badge>
    </Group>
  );
}

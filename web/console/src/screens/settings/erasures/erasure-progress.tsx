import { Progress, Stack, Text } from '@mantine/core';
import { IconCheck, IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Erasure } from '../../../../../client/src/index.ts';
import { useFormats } from '../../../parts/format.ts';
import { Loaded } from '../parts/loaded.tsx';
import classes from './erasures.module.css';
import { erasureQuery, steps } from './queries.ts';

/** How far an erasure is, step by step. */
export function ErasureProgress({ erasureId }: { erasureId: string }) {
  const erasure = useQuery(erasureQuery(erasureId));
  return <Loaded query={erasure}>{(data) => <Steps erasure={data} />}</Loaded>;
}

function Steps({ erasure }: { erasure: Erasure }) {
  const t = useTranslations('settings.erasures');
  const { moment } = useFormats();
  const { status, stepsDone, createdAt, completedAt, lookedAgainAt, counts } = erasure;
  const isDone = (step: (typeof steps)[number]) => status === 'done' || stepsDone.includes(step);
  const share = status === 'done' ? 100 : Math.round((stepsDone.length / steps.length) * 100);
  const touched = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Stack gap="md">
      <Text aria-live="polite" fw={600}>
        {t(`statusIs.${status}`)}
      </Text>
      <Progress value={share} aria-label={t('progress')} color={status === 'done' ? 'teal' : 'ink'} />
      <Text c="var(--rapport-quiet)">
        {t('begun', { at: moment(createdAt) })} {completedAt && t('ended', { at: moment(completedAt) })}{' '}
        {t('touched', { count: touched })}
      </Text>
      <ul className={classes.steps}>
        {steps.map((step) => (
          <li key={step} data-done={isDone(step) || undefined}>
            {isDone(step) ? <IconCheck size={16} aria-hidden /> : <IconClock size={16} aria-hidden />}
            {t(`steps.${step}`)}
            <span className="heard">{t(isDone(step) ? 'stepDone' : 'stepWaits')}</span>
          </li>
        ))}
      </ul>
      <Text c="var(--rapport-quiet)">
        {lookedAgainAt ? t('lookedAgain', { at: moment(lookedAgainAt) }) : t('looksAgain')}
      </Text>
    </Stack>
  );
}

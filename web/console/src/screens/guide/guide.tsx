import { ActionIcon, Button, Progress, Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay, useWorkspace } from '../../app/me.ts';
import { useToast } from '../../parts/toast.tsx';
import { openCreate } from '../create/open-create.ts';
import classes from './guide.module.css';
import { SampleData } from './sample-data.tsx';
import { type Guide as GuideState, type Step, useGuide } from './use-guide.ts';

/** Where a step is taken. A contact is made in a dialog, above whatever is there. */
function StepAction({ step, guide }: { step: Step; guide: GuideState }) {
  const t = useTranslations('guide');
  const look = { variant: 'light', size: 'compact-sm', className: classes.action } as const;
  if (step === 'contacts')
    return (
      <Button {...look} onClick={() => openCreate('contact')}>
        {t('contacts.action')}
      </Button>
    );
  const to = step === 'form' ? '/settings/forms' : '/board';
  return (
    <Button {...look} component={Link} to={to} onClick={() => step === 'pipeline' && guide.finish(step)}>
      {t(`${step}.action`)}
    </Button>
  );
}

function StepView({ step, number, guide }: { step: Step; number: number; guide: GuideState }) {
  const t = useTranslations('guide');
  const isDone = guide.isDone(step);
  return (
    <li className={classes.step} data-done={isDone || undefined}>
      <span className={classes.number} aria-hidden>
        {isDone ? <IconCheck size={14} stroke={3} /> : number}
      </span>
      <div className={classes.words}>
        <Title order={3}>
          {t(`${step}.title`)}
          {isDone && <span className="heard">, {t('stepDone')}</span>}
        </Title>
        <Text className={classes.quiet}>{t(`${step}.about`)}</Text>
        {!isDone && <StepAction step={step} guide={guide} />}
      </div>
    </li>
  );
}

function Steps({ guide }: { guide: GuideState }) {
  const t = useTranslations('guide');
  const toast = useToast();
  const { name: workspace } = useWorkspace();
  const all = guide.steps.length;
  const progress = t('progress', { done: guide.done, all });
  const hide = () => {
    guide.dismiss();
    toast.done({ message: t('dismissed'), undo: guide.bringBack });
  };
  return (
    <>
      <header className={classes.head}>
        <Title order={2} className={classes.title}>
          {t('title', { workspace })}
        </Title>
        <Text className={classes.quiet}>{progress}</Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.hide}
          aria-label={t('dismiss')}
          onClick={hide}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </header>
      <Progress value={(guide.done / all) * 100} size="sm" aria-label={progress} />
      <ol className={classes.steps}>
        {guide.steps.map((step, n) => (
          <StepView key={step} step={step} number={n + 1} guide={guide} />
        ))}
      </ol>
    </>
  );
}

/** The first steps of a new workspace, until they are taken or not wanted; and sample data to look around with. */
export function Guide() {
  const may = useMay();
  const guide = useGuide();
  const hasSample = guide.isNew && may('workspaces:write');
  return (
    <>
      {guide.isShown && (
        <section className={classes.card}>
          <Steps guide={guide} />
          {hasSample && <SampleData isOffered />}
        </section>
      )}
      {!guide.isShown && hasSample && <SampleData />}
    </>
  );
}

import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Import } from '../../../../client/src/index.ts';
import { ErrorFile } from './error-file.tsx';
import classes from './imports.module.css';
import { useImportRights } from './kinds.ts';
import { Results } from './results.tsx';
import type { StepProps } from './step-props.ts';
import { UndoButton } from './undo-button.tsx';
import { howOf } from './use-import-acts.ts';
import { Working } from './working.tsx';

function Running({ one, acts }: StepProps) {
  const t = useTranslations('imports.run');
  const { mayWrite } = useImportRights(one.kind);
  const { new: fresh = 0, existing = 0, repeated = 0, joined = 0 } = one.check ?? {};
  const all = fresh + existing + repeated + joined;
  if (one.status === 'undoing')
    return <Working title={t('undoing')} why={t('leave')} rows={{ done: one.undo?.done ?? 0, all }} />;
  return (
    <Working
      title={t(one.status === 'stopping' ? 'stopping' : 'running')}
      why={t('leave')}
      rows={{ done: one.run?.done ?? 0, all }}
      {...(mayWrite && one.status === 'running' && { stop: { label: t('stop'), run: acts.stop } })}
    />
  );
}

function Stopped({ one, acts }: StepProps) {
  const t = useTranslations('imports.run');
  const { mayWrite } = useImportRights(one.kind);
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconInfoCircle aria-hidden />}
      title={t('stopped')}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Group justify="space-between" gap="sm">
        <Text size="md">{t('stoppedWhy')}</Text>
        {mayWrite && (
          <Button onClick={() => acts.run(one.tells ?? false)} loading={acts.isBusy}>
            {t('goOn')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

function Next({ one, acts }: StepProps) {
  const t = useTranslations('imports.result');
  const { mayWrite } = useImportRights(one.kind);
  return (
    <Group gap="xs">
      {one.status === 'undone' && mayWrite && (
        <Button onClick={() => acts.check(howOf(one))} loading={acts.isBusy}>
          {t('checkAgain')}
        </Button>
      )}
      {one.status !== 'undone' && <UndoButton one={one} acts={acts} />}
      {mayWrite && (
        <Button
          renderRoot={(props) => <Link {...props} to="/imports/new" search={{ kind: one.kind }} />}
          variant="default"
        >
          {t('another')}
        </Button>
      )}
    </Group>
  );
}

/** Whether there are rows of which nothing was made though it was to be. */
const hasErrors = ({ check, run }: Import) => (check?.invalid ?? 0) + (run?.failed ?? 0) > 0;
const isOver = ({ status }: Import) => ['done', 'undone'].includes(status);
/** How far the run is, and what became of the rows; of one that failed half-way they are not in order yet. */
export function ResultStep({ one, acts }: StepProps) {
  const t = useTranslations('imports.result');
  if (['running', 'stopping', 'undoing'].includes(one.status)) return <Running one={one} acts={acts} />;
  return (
    <>
      {one.status === 'stopped' && <Stopped one={one} acts={acts} />}
      <div className={classes.line}>
        <div>{isOver(one) && <Title order={2}>{t(one.status === 'undone' ? 'undone' : 'done')}</Title>}</div>
        <Next one={one} acts={acts} />
      </div>
      {one.status !== 'failed' && hasErrors(one) && <ErrorFile one={one} />}
      {one.status !== 'failed' && <Results key={one.version} one={one} />}
    </>
  );
}

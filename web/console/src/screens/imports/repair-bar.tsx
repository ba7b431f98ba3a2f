import { Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import classes from './imports.module.css';
import { mostRepairs } from './repairs.ts';
import type { StepProps } from './step-props.ts';
import type { DraftRepairs } from './use-draft-repairs.ts';
import { howOf } from './use-import-acts.ts';

/** Repairs that wait to be applied: all at once, since each makes every row to be checked anew. */
export function RepairBar({ one, acts, draft }: StepProps & { draft: DraftRepairs }) {
  const t = useTranslations('imports.check');
  if (draft.changed === 0) return null;
  const isTooMany = draft.all.length > mostRepairs;
  return (
    <section className={classes.bar} aria-label={t('found.repairs')}>
      <Text role="status">{isTooMany ? t('tooMany') : t('waiting', { count: draft.changed })}</Text>
      <Group gap="xs">
        <Button variant="default" onClick={draft.discard}>
          {t('discard')}
        </Button>
        <Button
          disabled={isTooMany}
          loading={acts.isBusy}
          onClick={() => acts.repair([...draft.all], howOf(one))}
        >
          {t('apply')}
        </Button>
      </Group>
    </section>
  );
}

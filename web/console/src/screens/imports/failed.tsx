import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useImportRights } from './kinds.ts';
import type { StepProps } from './step-props.ts';
import { stepOf } from './steps.ts';
import { howOf } from './use-import-acts.ts';

/** Why it went no further, in the API's own words, and the way to try again. */
export function Failed({ one, acts }: StepProps) {
  const t = useTranslations('imports.failed');
  const { mayWrite, mayUndo } = useImportRights(one.kind);
  const step = stepOf(one);
  const again = {
    file: { label: t('read'), run: () => acts.read(), may: mayWrite },
    columns: { label: t('check'), run: () => acts.check(howOf(one)), may: mayWrite },
    check: { label: t('check'), run: () => acts.check(howOf(one)), may: mayWrite },
    result: one.undo
      ? { label: t('undo'), run: () => acts.undo(), may: mayUndo }
      : { label: t('run'), run: () => acts.run(one.tells ?? false), may: mayWrite },
  }[step];
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('title')}
    >
      <Group justify="space-between" gap="sm">
        <Text size="md">{one.failure?.detail}</Text>
        {again.may && (
          <Button variant="default" onClick={again.run} loading={acts.isBusy}>
            {again.label}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { RapportError } from '../../../client/src/index.ts';

/** Says in the reader's language what was refused or failed, in the API's own words where the catalogue has none. */
export function useProblemText() {
  const t = useTranslations('problems');
  return (error: unknown): string => {
    if (!(error instanceof RapportError)) return t('network');
    const { code, requestId = '' } = error;
    if (t.has(code as 'network')) return t(code as 'internal', { requestId });
    const faults = error.errors.map(({ detail }) => detail).join(' ');
    return faults || error.detail || t('internal', { requestId });
  };
}

/** An error in the place of what could not be had, with a way to try again. */
export function ProblemBox({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const text = useProblemText();
  const t = useTranslations('app');
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('failed')}
      role="alert"
    >
      <Group justify="space-between" gap="sm">
        <Text size="md">{text(error)}</Text>
        {again && (
          <Button variant="default" onClick={again}>
            {t('tryAgain')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

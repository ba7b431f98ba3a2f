import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../../client/src/index.ts';
import { useProblemText } from '../../../parts/problem.tsx';

/** Says what was refused or failed, of the settings' own refusals what to do about it. */
export function useRefusalText() {
  const t = useTranslations('settings.refusals');
  const textOf = useProblemText();
  return (error: unknown): string => {
    const code = error instanceof RapportError ? error.code : '';
    return t.has(code as 'last_admin') ? t(code as 'last_admin') : textOf(error);
  };
}

/** Why something was not done. */
export function Refusal({ children }: { children: string }) {
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />}>
      <Text>{children}</Text>
    </Alert>
  );
}

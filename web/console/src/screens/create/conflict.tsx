import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../client/src/index.ts';
import { type ListedKind, plurals } from '../../api/kinds.ts';
import { useProblemText } from '../../parts/problem.tsx';
import { useTitle } from '../../parts/record-link.tsx';

/** Why the record was not made; where there is one already, the way to it. */
export function CreateProblem({
  kind,
  error,
  onLeave,
}: {
  kind: ListedKind;
  error: unknown;
  onLeave: () => void;
}) {
  const t = useTranslations('create');
  const textOf = useProblemText();
  const existingId = error instanceof RapportError ? error.existingId : undefined;
  const title = useTitle(kind, existingId);
  if (!existingId)
    return (
      <Alert color="red" variant="light" role="alert">
        {textOf(error)}
      </Alert>
    );
  return (
    <Alert color="yellow" variant="light" role="alert" title={t('exists')}>
      <Text>{textOf(error)}</Text>
      <Anchor component={Link} to={`/${plurals[kind]}/${existingId}`} onClick={onLeave} fw={500}>
        {t('openExisting', { title: title ?? '…' })}
      </Anchor>
    </Alert>
  );
}

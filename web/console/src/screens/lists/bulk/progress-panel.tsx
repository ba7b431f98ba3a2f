import { Button, Group, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { type ListedKind, titleOf } from '../../../api/kinds.ts';
import { useProblemText } from '../../../parts/problem.tsx';
import { Working } from '../../../parts/working.tsx';
import type { Progress } from './use-bulk.ts';

type Props = {
  kind: ListedKind;
  progress: Progress;
  onStop: () => void;
  onRetry: () => void;
  onClose: () => void;
};
const shownFailures = 100;

function Failures({
  kind,
  failed,
}: {
  kind: ListedKind;
  failed: Extract<Progress, { phase: 'failed' }>['failed'];
}) {
  const t = useTranslations('lists');
  const textOf = useProblemText();
  return (
    <ScrollArea.Autosize mah="50vh">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('title')}</Table.Th>
            <Table.Th>{t('reason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {failed.slice(0, shownFailures).map(({ record, error }) => (
            <Table.Tr key={record.id}>
              <Table.Td>{titleOf(kind, record)}</Table.Td>
              <Table.Td>{textOf(error)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}

/** How far a long work is, and in the end what could not be done and why. */
export function ProgressPanel({ kind, progress, onStop, onRetry, onClose }: Props) {
  const t = useTranslations('lists');
  const common = useTranslations('common');
  if (progress.phase === 'failed')
    return (
      <Stack>
        <Text role="alert">{t('someFailed', { failed: progress.failed.length, done: progress.done })}</Text>
        <Failures kind={kind} failed={progress.failed} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common('close')}
          </Button>
          <Button onClick={onRetry}>{t('retryFailed', { count: progress.failed.length })}</Button>
        </Group>
      </Stack>
    );
  const { through } = progress;
  const isFinding = progress.phase === 'finding';
  return (
    <Working
      said={isFinding ? t('finding', { count: through }) : t('working', { through, total: progress.total })}
      percent={isFinding ? undefined : (100 * through) / Math.max(1, progress.total)}
      label={t('progress')}
      stop={t('stop')}
      onStop={onStop}
    />
  );
}

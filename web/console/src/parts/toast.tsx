import { Button, Group, Text } from '@mantine/core';
import { hideNotification, showNotification } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useProblemText } from './problem.tsx';

type Undo = {
  message: string;
  undo?: () => void;
  /** What the way back is called, where "Undo" does not say it. */
  undoLabel?: string;
  /** How long it stays, in milliseconds, where that is not as usual. */
  ms?: number;
};
let count = 0;

/** Short words at the foot of the page: what was done, with a way back where there is one, and what failed. */
export function useToast() {
  const t = useTranslations('common');
  const textOf = useProblemText();
  const closeButtonProps = { 'aria-label': t('close') };

  const done = ({ message, undo, undoLabel, ms }: Undo) => {
    const id = `toast-${++count}`;
    const back = () => {
      hideNotification(id);
      undo?.();
    };
    const content = undo ? (
      <Group justify="space-between" wrap="nowrap">
        <Text size="md">{message}</Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={back}>
          {undoLabel ?? t('undo')}
        </Button>
      </Group>
    ) : (
      message
    );
    showNotification({
      id,
      message: content,
      icon: <IconCheck size={16} aria-hidden />,
      color: 'teal',
      ...(ms !== undefined && { autoClose: ms }),
      closeButtonProps,
    });
  };
  const failed = (error: unknown) =>
    showNotification({
      message: textOf(error),
      color: 'red',
      icon: <IconAlertTriangle size={16} aria-hidden />,
      autoClose: 10_000,
      role: 'alert',
      closeButtonProps,
    });
  return { done, failed };
}

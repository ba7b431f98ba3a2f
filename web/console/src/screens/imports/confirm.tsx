import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useIsPhone } from '../../parts/use-is-phone.ts';

type Props = {
  opened: boolean;
  title: string;
  action: string;
  run: () => void;
  close: () => void;
  children: ReactNode;
};

/** Asks before something goes, and says what. */
export function Confirm({ opened, title, action, run, close, children }: Props) {
  const common = useTranslations('common');
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': common('close'), size: useIsPhone() ? 44 : 28, iconSize: 18 }}
    >
      <Stack>
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {common('cancel')}
          </Button>
          <Button
            color="red.8"
            onClick={() => {
              close();
              run();
            }}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import classes from './secret.module.css';
import { useOverSide } from './side-context.ts';

type Props = {
  title: string;
  /** Absent where it was shown by an answer that never came. */
  secret: string | undefined;
  children: ReactNode;
  opened: boolean;
  onClose: () => void;
};

/** A secret that is shown once: nothing closes it but the word that it is kept. */
export function Secret({ title, secret, children, opened, onClose }: Props) {
  useOverSide(opened);
  const t = useTranslations('settings.secret');
  const common = useTranslations('common');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size="lg"
    >
      <Stack gap="md">
        <Text>{secret ? t('once') : t('lost')}</Text>
        {secret && (
          <Group gap="xs" wrap="nowrap">
            <Code className={classes.secret}>{secret}</Code>
            <CopyButton value={secret} timeout={4000}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  onClick={copy}
                  leftSection={
                    copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
                  }
                  flex="none"
                >
                  {common(copied ? 'copied' : 'copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        )}
        {children}
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {secret ? t('kept') : common('close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

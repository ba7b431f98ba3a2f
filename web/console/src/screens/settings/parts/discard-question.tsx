import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useOverSide } from './side-context.ts';

type Props = { opened: boolean; onKeep: () => void; onDiscard: () => void };

/** Asked only where something that was typed would be lost. */
export function DiscardQuestion({ opened, onKeep, onDiscard }: Props) {
  useOverSide(opened);
  const t = useTranslations('settings.form');
  const common = useTranslations('common');
  return (
    <Modal
      opened={opened}
      onClose={onKeep}
      title={t('discardTitle')}
      size="sm"
      zIndex={400}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Text mb="lg">{t('discardWhy')}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDiscard}>
          {t('discard')}
        </Button>
        <Button onClick={onKeep} data-autofocus>
          {t('keep')}
        </Button>
      </Group>
    </Modal>
  );
}

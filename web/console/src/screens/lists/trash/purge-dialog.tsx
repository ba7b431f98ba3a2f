import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';

type Props = { title: string; onClose: () => void; onPurge: () => void };

/** What cannot be undone is asked about once. */
export function PurgeDialog({ title, onClose, onPurge }: Props) {
  const t = useTranslations('lists');
  const common = useTranslations('common');
  const purge = () => {
    onPurge();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('purgeAsk', { title })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Text>{t('purgeWhy')}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button color="red" onClick={purge}>
            {t('purge')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { act } from '../../../api/write.ts';
import { ProblemBox } from '../../../parts/problem.tsx';
import { useToast } from '../../../parts/toast.tsx';
import { type Suppression, suppressionsKey } from './queries.ts';

type Props = { one: Suppression; name: string; isOpen: boolean; onClose: () => void };

/** Says what it means to send advertising to somebody again, and does it. */
export function LiftDialog({ one, name, isOpen, onClose }: Props) {
  const t = useTranslations('mailOut.suppressed');
  const common = useTranslations('common');
  const client = useQueryClient();
  const toast = useToast();
  const lift = useMutation({
    mutationFn: () => act({ method: 'DELETE', path: `/v1/suppressions/${one.id}` }),
    onSuccess: () => {
      onClose();
      toast.done({ message: t('lifted') });
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: suppressionsKey });
      void client.invalidateQueries({ queryKey: ['about', 'contact'] });
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('liftTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Text>{t('liftWhy')}</Text>
        {lift.error && <ProblemBox error={lift.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button color="red.8" loading={lift.isPending} onClick={() => lift.mutate()}>
            {t('lift')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

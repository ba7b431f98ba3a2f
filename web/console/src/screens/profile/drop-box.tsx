import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../api/client.ts';
import { meQuery } from '../../api/workspace.ts';
import { once } from '../../api/write.ts';
import { useMay, useMe } from '../../app/me.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import { useToast } from '../../parts/toast.tsx';
import { Part } from './part.tsx';
import classes from './profile.module.css';

/** Gives up the address for another one. A repeated attempt of the same asking turns it once. */
function Rotate({ onEnd }: { onEnd: () => void }) {
  const t = useTranslations('notifications.dropBox');
  const common = useTranslations('common');
  const client = useQueryClient();
  const toast = useToast();
  const rotating = useMutation({
    mutationFn: (idempotencyKey: string) => api().rotateDropBox({}, { idempotencyKey }),
    onSuccess: ({ dropBoxAddress }) => {
      client.setQueryData(meQuery.queryKey, (me) => me && { ...me, dropBoxAddress });
      toast.done({ message: t('rotated') });
      onEnd();
    },
  });
  const rotate = () =>
    rotating.mutate(rotating.variables ?? once({ method: 'POST', path: '/v1/users/me/drop-box/rotate' }).key);
  return (
    <Stack>
      <Text>{t('rotateWhy')}</Text>
      {rotating.error && <ProblemBox error={rotating.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onEnd}>
          {common('cancel')}
        </Button>
        <Button color="red.8" loading={rotating.isPending} onClick={rotate}>
          {t('rotate')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The address that logs what one writes elsewhere: one's own, and nobody else is shown it. */
export function DropBox() {
  const t = useTranslations('notifications.dropBox');
  const common = useTranslations('common');
  const { dropBoxAddress: address, email } = useMe();
  const mayLog = useMay()('activities:create');
  const [isAsking, { open, close }] = useDisclosure();
  if (!address || !mayLog) return null;
  return (
    <Part title={t('title')} about={t('why')}>
      <Group gap="xs" wrap="nowrap" align="start">
        <Code className={classes.address}>{address}</Code>
        <CopyButton value={address} timeout={4000}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              flex="none"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {common(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text className={classes.quiet}>{t('from', { email })}</Text>
      <Button variant="default" onClick={open} style={{ alignSelf: 'flex-start' }}>
        {t('rotate')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={close}
        title={t('rotateTitle')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Rotate onEnd={close} />
      </Modal>
    </Part>
  );
}

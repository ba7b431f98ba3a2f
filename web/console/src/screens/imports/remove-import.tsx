import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Confirm } from './confirm.tsx';
import { useImportRights } from './kinds.ts';
import type { StepProps } from './step-props.ts';
import { isBusy } from './steps.ts';

/** Deletes the file with all that was read of it. */
export function RemoveImport({ one, acts }: StepProps) {
  const t = useTranslations('imports.remove');
  const navigate = useNavigate();
  const { mayWrite } = useImportRights(one.kind);
  const [isOpen, { open, close }] = useDisclosure();
  if (!mayWrite || isBusy(one)) return null;
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        c="var(--rapport-quiet)"
        mt="lg"
        px={8}
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={open}
      >
        {t('action')}
      </Button>
      <Confirm
        opened={isOpen}
        title={t('title')}
        action={t('action')}
        close={close}
        run={() => acts.remove(() => void navigate({ to: '/imports', replace: true }))}
      >
        <Text>{t('why')}</Text>
      </Confirm>
    </div>
  );
}

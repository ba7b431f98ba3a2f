import { Button, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Confirm } from './confirm.tsx';
import { useImportRights } from './kinds.ts';
import type { StepProps } from './step-props.ts';

/** Takes back what was made, after it was said what goes. */
export function UndoButton({ one, acts }: StepProps) {
  const t = useTranslations('imports.result');
  const { mayUndo } = useImportRights(one.kind);
  const [isOpen, { open, close }] = useDisclosure();
  const { created = 0, updated = 0 } = one.run ?? {};
  if (!mayUndo || created + updated === 0) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        loading={acts.isBusy}
        onClick={open}
      >
        {t('undo')}
      </Button>
      <Confirm opened={isOpen} title={t('undoTitle')} action={t('undo')} close={close} run={acts.undo}>
        <List>
          {created > 0 && <List.Item>{t('undoWhat.created', { count: created })}</List.Item>}
          {updated > 0 && <List.Item>{t('undoWhat.updated', { count: updated })}</List.Item>}
        </List>
        <Text>{t('undoWhy')}</Text>
      </Confirm>
    </>
  );
}

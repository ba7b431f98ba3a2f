import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { ExportDialog } from '../../exports/export-dialog.tsx';
import { useExportedKinds } from '../../exports/export-kinds.ts';

/** Takes all records of a kind along, of those that one may: also of kinds that have no list of their own. */
export function NewExportButton() {
  const t = useTranslations('settings.exports');
  const [isAsking, { open, close }] = useDisclosure();
  const kinds = useExportedKinds();
  const [first] = kinds;
  if (!first) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        {t('add')}
      </Button>
      {isAsking && <ExportDialog what={{ kind: first }} kinds={kinds} onClose={close} />}
    </>
  );
}

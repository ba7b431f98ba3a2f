import { ActionIcon, Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import { useExportedKinds } from './export-kinds.ts';
import type { Exported } from './new-export.ts';

const ExportDialog = lazy(() =>
  import('./export-dialog.tsx').then(({ ExportDialog: Dialog }) => ({ default: Dialog })),
);

type Props = {
  kind: Exported['kind'];
  /** Looks at what is there when somebody asks. */
  what: () => Exported;
  /** In words on a phone, too. */
  isWide?: boolean;
};

/** Takes records along as a file, for who may export some of their kind. */
export function ExportButton({ kind, what, isWide = false }: Props) {
  const t = useTranslations('lists');
  const kinds = useExportedKinds();
  const isPhone = useIsPhone();
  const [asked, setAsked] = useState<Exported>();
  if (!kinds.includes(kind)) return null;
  const ask = () => setAsked(what());
  return (
    <>
      {isPhone && !isWide ? (
        <ActionIcon variant="default" size={44} aria-label={t('export')} onClick={ask}>
          <IconDownload size={18} aria-hidden />
        </ActionIcon>
      ) : (
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={ask}>
          {t('export')}
        </Button>
      )}
      {asked && (
        <Suspense>
          <ExportDialog what={asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </>
  );
}

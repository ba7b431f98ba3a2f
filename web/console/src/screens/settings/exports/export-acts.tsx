import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconTrash, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { DataExport } from '../../../../../client/src/index.ts';
import { useFormats } from '../../../parts/format.ts';
import { useToast } from '../../../parts/toast.tsx';
import { useIsPhone } from '../../../parts/use-is-phone.ts';
import { useDownload, useRemoveExport } from '../../exports/use-export-acts.ts';
import { DangerDialog } from '../parts/danger.tsx';
import classes from './exports.module.css';

/** Its file, where there is one, and the end of it; only a file is asked about before it goes. */
export function ExportActs({ one }: { one: DataExport }) {
  return (
    <div className={classes.acts}>
      {one.status === 'ready' && <Download one={one} />}
      <Remove one={one} />
    </div>
  );
}

/** Many rows have the same words: who hears them is told which one. */
function useNameOf({ kind, createdAt }: DataExport): string {
  const t = useTranslations('settings.exports');
  const { moment } = useFormats();
  return `${t('title', { things: t(`things.${kind}`) })}, ${moment(createdAt)}`;
}

function Download({ one }: { one: DataExport }) {
  const t = useTranslations('settings.exports');
  const isPhone = useIsPhone();
  const download = useDownload(one.id);
  const shared = {
    variant: 'default',
    loading: download.isPending,
    onClick: () => download.mutate(),
    'aria-label': t('downloadOne', { what: useNameOf(one) }),
  };
  if (isPhone)
    return (
      <ActionIcon {...shared} size={44}>
        <IconDownload size={18} aria-hidden />
      </ActionIcon>
    );
  return (
    <Button {...shared} size="compact-md" leftSection={<IconDownload size={16} aria-hidden />}>
      {t('download')}
    </Button>
  );
}

function Remove({ one }: { one: DataExport }) {
  const t = useTranslations('settings.exports');
  const common = useTranslations('common');
  const toast = useToast();
  const isPhone = useIsPhone();
  const [isAsking, { open, close }] = useDisclosure();
  const remove = useRemoveExport(one.id);
  const isRunning = one.status === 'running';
  const done = () => toast.done({ message: t(isRunning ? 'cancelled' : 'deleted') });
  const atOnce = useMutation({ mutationFn: remove, onSuccess: done, onError: toast.failed });
  const Icon = isRunning ? IconX : IconTrash;
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={isPhone ? 44 : 30}
        loading={atOnce.isPending}
        aria-label={t(isRunning ? 'cancelOne' : 'deleteOne', { what: useNameOf(one) })}
        onClick={one.status === 'ready' ? open : () => atOnce.mutate()}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
      <DangerDialog
        title={t('deleteTitle')}
        action={common('delete')}
        why={t('deleteWhy')}
        run={remove}
        done={done}
        opened={isAsking}
        onClose={close}
      />
    </>
  );
}

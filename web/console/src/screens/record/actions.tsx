import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconCheckbox,
  IconCopy,
  IconDots,
  IconHistory,
  IconNote,
  IconPhone,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type AnyRecord, type ListedKind, permissionFor } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { useToast } from '../../parts/toast.tsx';
import { AsOfDialog } from './as-of-dialog.tsx';
import type { Place } from './record-page.tsx';
import { CompleteTask } from './task-done.tsx';
import { useDelete } from './trash.ts';
import { openLog, openNewTask } from './use-record-keys.ts';

type Props = {
  kind: ListedKind;
  record: AnyRecord;
  isFixed: boolean;
  isReadOnly: boolean;
  setPart: (part: Place) => void;
};
const icons = { call: IconPhone, meeting: IconUsersGroup, note: IconNote } as const;
const logs = ['call', 'meeting', 'note'] as const;

function Logging({ kind, setPart }: Pick<Props, 'kind' | 'setPart'>) {
  const t = useTranslations('record');
  const may = useMay();
  if (kind === 'product' || !may('activities:create')) return null;
  return logs.map((log) => {
    const Icon = icons[log];
    return (
      <Button
        key={log}
        variant="default"
        visibleFrom="lg"
        leftSection={<Icon size={16} aria-hidden />}
        onClick={() => openLog(log, setPart)}
      >
        {t(`logIt.${log}`)}
      </Button>
    );
  });
}

function MenuItems({ kind, record, isFixed, setPart, onAsOf }: Props & { onAsOf: () => void }) {
  const t = useTranslations('record');
  const may = useMay();
  const toast = useToast();
  const remove = useDelete(kind, record);
  const mayAdd = !isFixed && ['contact', 'company', 'deal'].includes(kind) && may('tasks:create');
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    toast.done({ message: t('linkCopied') });
  };
  return (
    <Menu.Dropdown>
      {!isFixed &&
        kind !== 'product' &&
        logs.map((log) => {
          const Icon = icons[log];
          return (
            <Menu.Item
              key={log}
              hiddenFrom="lg"
              leftSection={<Icon size={16} aria-hidden />}
              onClick={() => openLog(log, setPart)}
            >
              {t(`logIt.${log}`)}
            </Menu.Item>
          );
        })}
      {mayAdd && (
        <Menu.Item leftSection={<IconCheckbox size={16} aria-hidden />} onClick={() => openNewTask(setPart)}>
          {t('newTask')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={onAsOf}>
        {t('asOf')}
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void copy()}>
        {t('copyLink')}
      </Menu.Item>
      {!isFixed && may(permissionFor(kind, 'delete')) && (
        <>
          <Menu.Divider />
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => void remove()}
          >
            {t('toTrash')}
          </Menu.Item>
        </>
      )}
    </Menu.Dropdown>
  );
}

/** What can be done with a record. */
export function Actions(props: Props) {
  const t = useTranslations('record');
  const { kind, record, isFixed, isReadOnly, setPart } = props;
  const [isAsking, { open, close }] = useDisclosure();
  return (
    <Group gap={6} wrap="nowrap">
      {!isFixed && <Logging kind={kind} setPart={setPart} />}
      {kind === 'task' && !isReadOnly && <CompleteTask record={record} />}
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('actions')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <MenuItems {...props} onAsOf={open} />
      </Menu>
      <AsOfDialog isOpen={isAsking} onClose={close} />
    </Group>
  );
}

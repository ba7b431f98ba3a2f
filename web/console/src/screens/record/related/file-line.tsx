import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconDots, IconDownload, IconFile, IconTrash, IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useMessages, useTranslations } from 'use-intl';
import type { File as KeptFile } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import type { ListedKind } from '../../../api/kinds.ts';
import { keys } from '../../../api/records.ts';
import { act } from '../../../api/write.ts';
import { useFormats } from '../../../parts/format.ts';
import { useToast } from '../../../parts/toast.tsx';
import { useFileSize } from './file-size.ts';
import classes from './related.module.css';

type Props = { kind: ListedKind; file: KeptFile; mayEdit: boolean; onVersion: (file: File) => void };

/** What can be done with a file: each says what became of it. */
function useFileActs(kind: ListedKind, file: KeptFile) {
  const t = useTranslations('record.files');
  const client = useQueryClient();
  const toast = useToast();
  const path = `/v1/files/${file.id}`;
  const again = () => client.invalidateQueries({ queryKey: keys.about(kind, file.recordId) });
  const restore = async () => {
    await act({ method: 'POST', path: `${path}/restore` });
    await again();
  };
  return {
    /** The link is a secret that lives five minutes: it is asked for when it is needed. */
    download: async (version?: number) => {
      try {
        const { url } = await api().downloadFile({ path: { fileId: file.id }, query: { version } });
        location.assign(url);
      } catch (error) {
        toast.failed(error);
      }
    },
    remove: async () => {
      try {
        await act({ method: 'DELETE', path });
        await again();
        toast.done({
          message: t('deleted', { name: file.name }),
          undo: () => void restore().catch(toast.failed),
        });
      } catch (error) {
        toast.failed(error);
      }
    },
  };
}

/** What is known of a file in one quiet line: what it is, how large, how far it has come. */
function useAbout() {
  const t = useTranslations('record.files');
  const { kinds, refusals } = useMessages().record.files;
  const sizeOf = useFileSize();
  const { day } = useFormats();
  return (file: KeptFile): string => {
    const refused = file.versions.find(({ status }) => status === 'refused')?.refusedFor;
    const parts = [
      kinds[file.kind],
      sizeOf(file.size),
      file.versions.length > 1 && t('versions', { count: file.versions.length }),
      day(file.updatedAt.slice(0, 10)),
      file.status !== 'ready' && t(`states.${file.status}`),
      file.status === 'refused' && refused && refusals[refused],
    ];
    return parts.filter(Boolean).join(' · ');
  };
}

function Choices({ kind, file, mayEdit, onVersion }: Props) {
  const t = useTranslations('record.files');
  const common = useTranslations('common');
  const input = useRef<HTMLInputElement>(null);
  const { download, remove } = useFileActs(kind, file);
  const older = file.versions.filter(({ status, number }) => status === 'ready' && number !== file.current);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) onVersion(chosen);
        }}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('more', { name: file.name })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {older.map(({ number }) => (
            <Menu.Item
              key={number}
              leftSection={<IconDownload size={15} aria-hidden />}
              onClick={() => void download(number)}
            >
              {t('version', { number })}
            </Menu.Item>
          ))}
          {mayEdit && (
            <>
              <Menu.Item
                leftSection={<IconUpload size={15} aria-hidden />}
                onClick={() => input.current?.click()}
              >
                {t('newVersion')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => void remove()}>
                {common('delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** A file: a click downloads it. */
export function FileLine(props: Props) {
  const { kind, file } = props;
  const about = useAbout();
  const { download } = useFileActs(kind, file);
  return (
    <li className={classes.line}>
      <IconFile size={18} aria-hidden />
      <span className={classes.grow}>
        <UnstyledButton disabled={file.current === undefined} onClick={() => void download()} fw={500}>
          {file.name}
        </UnstyledButton>
        <span className={classes.quiet} style={{ display: 'block' }}>
          {about(file)}
        </span>
      </span>
      <Choices {...props} />
    </li>
  );
}

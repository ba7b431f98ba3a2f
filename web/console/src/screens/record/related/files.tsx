import { Button, CloseButton, FileButton, Group, Progress, Select, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useEffect, useState } from 'react';
import { useMessages, useTranslations } from 'use-intl';
import type { File as KeptFile } from '../../../../../client/src/index.ts';
import { type ListedKind, permissionFor } from '../../../api/kinds.ts';
import { useMay } from '../../../app/me.ts';
import { useProblemText } from '../../../parts/problem.tsx';
import { FileLine } from './file-line.tsx';
import classes from './files.module.css';
import { filesQuery } from './files-query.ts';
import related from './related.module.css';
import { Section } from './section.tsx';
import { type Sending, useUploads } from './use-uploads.ts';

const soonMs = 1000;
const isUnsettled = ({ status }: { status: string }) => status === 'uploading' || status === 'scanning';
/** Whether a list, which follows a write by a moment, has what was sent. */
const isListed = (files: KeptFile[], { sent }: Sending) =>
  files.some(({ id, versions }) => id === sent?.id && versions.length >= sent.version);

function OnItsWay({ one, onClose }: { one: Sending; onClose: () => void }) {
  const t = useTranslations('record.files');
  const textOf = useProblemText();
  return (
    <li className={classes.sending}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text truncate>{one.name}</Text>
        {one.error !== undefined && <CloseButton size="sm" aria-label={t('putAway')} onClick={onClose} />}
      </Group>
      {one.error === undefined ? (
        <Progress value={one.part * 100} size="sm" aria-label={t('progress', { name: one.name })} />
      ) : (
        <Text size="sm" c="var(--rapport-wrong)" role="alert">
          {textOf(one.error)}{' '}
          <Button size="compact-xs" variant="default" onClick={one.again}>
            {t('again')}
          </Button>
        </Text>
      )}
    </li>
  );
}

/** Quotes, contracts and whatever else belongs to a record: dropped here, or chosen. */
export function Files({ kind, id, isReadOnly }: { kind: ListedKind; id: string; isReadOnly: boolean }) {
  const t = useTranslations('record.files');
  const { kinds } = useMessages().record.files;
  const may = useMay();
  const { sending, send, putAway } = useUploads(kind, id);
  const [fileKind, setFileKind] = useState('other');
  const [isOver, setIsOver] = useState(false);
  // They are asked for again while one of them is on its way or being looked at.
  const { data, error } = useQuery({
    ...filesQuery(kind, id),
    refetchInterval: ({ state }) =>
      (sending.some(({ sent }) => sent) || state.data?.items.some(isUnsettled)) && soonMs,
  });
  const mayAdd = !isReadOnly && may(permissionFor(kind, 'edit'));
  const files = data?.items ?? [];
  useEffect(() => {
    for (const one of sending) if (isListed(data?.items ?? [], one)) putAway(one.key);
  });
  if (error || (!mayAdd && files.length === 0)) return null;
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setIsOver(is);
  };
  const drop = (event: DragEvent) => {
    over(false)(event);
    send([...event.dataTransfer.files], { kind: fileKind });
  };
  return (
    <Section title={t('title')} count={files.length}>
      <ul className={related.list}>
        {files.map((file) => (
          <FileLine
            key={file.id}
            kind={kind}
            file={file}
            mayEdit={mayAdd}
            onVersion={(chosen) => send([chosen], { fileId: file.id })}
          />
        ))}
        {sending.map((one) => (
          <OnItsWay key={one.key} one={one} onClose={() => putAway(one.key)} />
        ))}
      </ul>
      {mayAdd && (
        <fieldset
          className={classes.drop}
          data-over={isOver || undefined}
          aria-label={t('add')}
          onDragOver={over(true)}
          onDragLeave={over(false)}
          onDrop={drop}
        >
          <FileButton multiple onChange={(chosen) => send(chosen, { kind: fileKind })}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconUpload size={15} aria-hidden />}>
                {t('choose')}
              </Button>
            )}
          </FileButton>
          <Select
            w={120}
            aria-label={t('kind')}
            allowDeselect={false}
            data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            value={fileKind}
            onChange={(chosen) => chosen && setFileKind(chosen)}
          />
          <Text size="sm" c="var(--rapport-quiet)">
            {t('drop')}
          </Text>
        </fieldset>
      )}
    </Section>
  );
}

import { Button, FileButton, Progress, Select, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { NotFound } from '../../app/not-found.tsx';
import { ImportFrame, WithTexts } from './frame.tsx';
import classes from './imports.module.css';
import { type ImportKind, useImportableKinds } from './kinds.ts';
import { importKeys } from './queries.ts';
import { useSending } from './use-sending.ts';

type Sending = ReturnType<typeof useSending>;

function OnItsWay({ name, part, cancel }: { name: string; part: number; cancel: () => void }) {
  const t = useTranslations('imports.file');
  return (
    <div className={classes.card}>
      <div className={classes.line}>
        <Text fw={600}>{t('sending', { name })}</Text>
        <Text className={classes.quiet}>{t('sent', { part })}</Text>
      </div>
      <Progress value={part * 100} aria-label={t('sending', { name })} />
      <div>
        <Button variant="default" onClick={cancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

function DropZone({ kinds, kind, sending }: { kinds: ImportKind[]; kind: ImportKind; sending: Sending }) {
  const t = useTranslations('imports');
  const [isOver, setIsOver] = useState(false);
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setIsOver(is);
  };
  const drop = (event: DragEvent) => {
    over(false)(event);
    const [file] = event.dataTransfer.files;
    if (file) sending.send(file, kind);
  };
  return (
    <fieldset
      className={classes.drop}
      data-over={isOver || undefined}
      aria-label={t('file.drop')}
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={drop}
      disabled={kinds.length === 0}
    >
      <IconUpload size={32} stroke={1.5} aria-hidden />
      <Text fw={600}>{t('file.drop')}</Text>
      <Text className={classes.quiet}>{t('file.or')}</Text>
      <FileButton
        accept=".csv,.tsv,.txt,.xlsx,.vcf,text/csv,text/vcard"
        onChange={(file) => file && sending.send(file, kind)}
        inputProps={{ 'aria-label': t('file.choose') }}
      >
        {(props) => <Button {...props}>{t('file.choose')}</Button>}
      </FileButton>
      <Text size="sm" className={classes.quiet}>
        {t('file.what')}
      </Text>
    </fieldset>
  );
}

function NewImport() {
  const t = useTranslations('imports');
  const kinds = useImportableKinds();
  const asked: { kind?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const client = useQueryClient();
  const sending = useSending((one) => {
    client.setQueryData(importKeys.one(one.id), one);
    void client.invalidateQueries({ queryKey: importKeys.all, refetchType: 'none' });
    void navigate({ to: '/imports/$importId', params: { importId: one.id }, replace: true });
  });
  const kind = kinds.find((one) => one === asked.kind) ?? kinds[0];
  if (!kind) return <NotFound />;
  return (
    <ImportFrame title={t('newOf', { kind: t(`kinds.${kind}`) })} step="file">
      {sending.name !== undefined && (
        <OnItsWay name={sending.name} part={sending.part} cancel={sending.cancel} />
      )}
      {sending.name === undefined && (
        <>
          <Select
            label={t('file.kind')}
            maw={420}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t(`kindOptions.${value}`) }))}
            value={kind}
            onChange={(chosen) =>
              void navigate({ to: '/imports/new', search: { kind: chosen ?? kind }, replace: true })
            }
          />
          <DropZone kinds={kinds} kind={kind} sending={sending} />
          {sending.problem && (
            <Text className={classes.wrong} role="alert">
              {sending.problem}
            </Text>
          )}
        </>
      )}
    </ImportFrame>
  );
}

/** A file is chosen, what its rows are is said, and it goes to its bucket. */
export const NewImportScreen = () => (
  <WithTexts>
    <NewImport />
  </WithTexts>
);

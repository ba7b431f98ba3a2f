import { ActionIcon, Button, CloseButton, Loader } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconFileCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DataExport } from '../../../../client/src/index.ts';
import { MoreTexts } from '../../parts/more-texts.tsx';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import classes from './export-strip.module.css';
import { type Followed, useFollowed } from './queries.ts';
import { useDownload } from './use-export-acts.ts';
import { useExportWords } from './use-export-words.ts';
import { useWatched } from './watched.ts';

/** Below the screen, a line for each export that is waited for: how far it is, and its file once that is there. */
export function ExportStrip() {
  return (
    <MoreTexts part="settings">
      <Strip />
    </MoreTexts>
  );
}

/** One that was deleted is waited for no more. */
function useForgetting(gone: string, unwatch: (id: string) => void) {
  const forget = useEffectEvent((ids: string) => {
    for (const id of ids.split(',').filter(Boolean)) unwatch(id);
  });
  useEffect(() => forget(gone), [gone]);
}

/** Said a moment after it is there: what is in the page from the beginning is not read out. */
function useSaid(text: string): string {
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(text), [text]);
  return said;
}

const statusOf = (followed: Followed) => (followed.state === 'listed' ? followed.one.status : 'running');

function Strip() {
  const t = useTranslations('settings.exports');
  const { watched, unwatch } = useWatched();
  const followed = useFollowed(watched);
  const gone = followed.flatMap(({ state, watched: { id } }) => (state === 'gone' ? [id] : []));
  useForgetting(gone.join(), unwatch);
  const name = ({ watched: { kind } }: Followed) => t('title', { things: t(`things.${kind}`) });
  const said = useSaid(followed.map((one) => `${name(one)}: ${t(`is.${statusOf(one)}`)}.`).join(' '));
  return (
    <section className={classes.strip} aria-label={t('heading')}>
      <span className="heard" role="status">
        {said}
      </span>
      {followed.map((one) => (
        <div key={one.watched.id} className={classes.line}>
          <StatusIcon status={statusOf(one)} />
          <div className={classes.words}>
            <Link to="/settings/$part" params={{ part: 'exports' }} className={classes.name}>
              {name(one)}
            </Link>
            <Words followed={one} />
          </div>
          {one.state === 'listed' && one.one.status === 'ready' && <Download one={one.one} />}
          <CloseButton
            size="lg"
            aria-label={t('hide', { what: name(one) })}
            onClick={() => unwatch(one.watched.id)}
          />
        </div>
      ))}
    </section>
  );
}

function StatusIcon({ status }: Pick<DataExport, 'status'>) {
  if (status === 'running') return <Loader size={20} aria-hidden />;
  const Icon = status === 'ready' ? IconFileCheck : IconAlertTriangle;
  const color = status === 'ready' ? 'var(--mantine-color-teal-7)' : 'var(--mantine-color-error)';
  return <Icon size={20} color={color} aria-hidden style={{ flex: 'none' }} />;
}

function Words({ followed }: { followed: Followed }) {
  const t = useTranslations('settings.exports');
  const { whyNot, howMuch, until } = useExportWords();
  const said = () => {
    if (followed.state !== 'listed') return t('soFar', { count: 0 });
    const { one } = followed;
    if (one.status === 'running') return t('soFar', { count: one.rows });
    if (one.status === 'ready')
      return (
        <>
          {howMuch(one)}. <span className={classes.wide}>{until(one)}</span>
        </>
      );
    return one.status === 'failed' ? whyNot(one) : t('withdrawnWhy');
  };
  return <span className={classes.quiet}>{said()}</span>;
}

function Download({ one }: { one: DataExport }) {
  const t = useTranslations('settings.exports');
  const isPhone = useIsPhone();
  const download = useDownload(one.id);
  const shared = { loading: download.isPending, onClick: () => download.mutate() };
  if (isPhone)
    return (
      <ActionIcon {...shared} size={44} aria-label={t('download')}>
        <IconDownload size={20} aria-hidden />
      </ActionIcon>
    );
  return (
    <Button {...shared} size="compact-md" mih={32} leftSection={<IconDownload size={16} aria-hidden />}>
      {t('download')}
    </Button>
  );
}

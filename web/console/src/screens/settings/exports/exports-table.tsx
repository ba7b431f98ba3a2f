import { useFormatter, useTranslations } from 'use-intl';
import type { DataExport } from '../../../../../client/src/index.ts';
import { useFormats } from '../../../parts/format.ts';
import { Status } from '../../../parts/status.tsx';
import { useExportWords } from '../../exports/use-export-words.ts';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { ExportAbout } from './export-about.tsx';
import { ExportActs } from './export-acts.tsx';
import classes from './exports.module.css';

const tones = { running: 'waiting', ready: 'good', failed: 'bad', withdrawn: 'off' } as const;

/** One's exports, newest first: what is in each, how far it is, and what can be done with it. */
export function ExportsTable({ exports }: { exports: DataExport[] }) {
  const t = useTranslations('settings.exports');
  const format = useFormatter();
  const { moment, ago } = useFormats();
  const { nameOf, whyNot, howMuch, until, sizeOf } = useExportWords();
  const why = (one: DataExport) => (one.status === 'withdrawn' ? t('withdrawnWhy') : whyNot(one));
  const narrow = (one: DataExport) =>
    [
      one.status === 'ready' && howMuch(one),
      one.status === 'running' && one.rows > 0 && t('soFar', { count: one.rows }),
      ago(one.createdAt),
    ]
      .filter(Boolean)
      .join(' · ');
  const columns: Column<DataExport>[] = [
    {
      key: 'what',
      label: t('what'),
      cell: (one) => (
        <RowName below={<ExportAbout one={one} />} narrow={narrow(one)}>
          {nameOf(one.kind)}
        </RowName>
      ),
    },
    {
      key: 'state',
      label: t('state'),
      cell: (one) => (
        <>
          <Status tone={tones[one.status]}>{t(`is.${one.status}`)}</Status>
          <div className={classes.note}>{one.status === 'ready' ? until(one) : why(one)}</div>
        </>
      ),
    },
    {
      key: 'rows',
      label: t('records'),
      isWide: true,
      isNumber: true,
      cell: ({ rows }) => format.number(rows),
    },
    {
      key: 'size',
      label: t('size'),
      isWide: true,
      isNumber: true,
      isTight: true,
      cell: ({ bytes }) => (bytes > 0 ? sizeOf(bytes) : ''),
    },
    {
      key: 'made',
      label: t('made'),
      isWide: true,
      isTight: true,
      cell: ({ createdAt }) => moment(createdAt),
    },
  ];
  return (
    <SettingsTable
      label={t('mine')}
      columns={columns}
      rows={exports}
      keyOf={({ id }) => id}
      actions={(one) => <ExportActs one={one} />}
    />
  );
}

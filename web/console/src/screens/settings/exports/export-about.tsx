import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { DataExport } from '../../../../../client/src/index.ts';
import { type Kind, plurals } from '../../../api/kinds.ts';
import { useMay } from '../../../app/me.ts';
import { ConditionText } from '../segments/condition-text.tsx';
import { segmentsQuery } from '../segments/queries.ts';

const isKind = (kind: DataExport['kind']): kind is Kind & DataExport['kind'] => Object.hasOwn(plurals, kind);
const formats = { csv: 'CSV', jsonl: 'JSON Lines', zip: 'ZIP' } as const;

/** What an export is of, in one quiet line: its format, its columns, its segment and its filter. */
export function ExportAbout({ one: { kind, format, columns, segmentId, filter } }: { one: DataExport }) {
  const t = useTranslations('settings.exports');
  const parts = [formats[format], columns && t('columnsOf', { count: columns.length })].filter(Boolean);
  return (
    <>
      {parts.join(' · ')}
      {segmentId && (
        <>
          {' · '}
          <SegmentName id={segmentId} />
        </>
      )}
      {filter && isKind(kind) && (
        <>
          {' · '}
          <ConditionText of={kind} condition={filter} />
        </>
      )}
    </>
  );
}

function SegmentName({ id }: { id: string }) {
  const t = useTranslations('settings.exports');
  const may = useMay();
  const { data } = useQuery({ ...segmentsQuery, enabled: may('segments:read') });
  return t('inSegment', { name: data?.find((segment) => segment.id === id)?.name ?? id });
}

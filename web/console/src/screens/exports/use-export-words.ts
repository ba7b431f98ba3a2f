import { useTranslations } from 'use-intl';
import type { DataExport } from '../../../../client/src/index.ts';
import { useFormats } from '../../parts/format.ts';
import { useFileSize } from '../record/related/file-size.ts';

/** What an export is of and how it stands, in words: how far it is, how much it holds and until when, or why there is none. */
export function useExportWords() {
  const t = useTranslations('settings.exports');
  const sizeOf = useFileSize();
  const { moment } = useFormats();
  const nameOf = (kind: DataExport['kind']) => {
    const things = t(`things.${kind}`);
    return `${things.charAt(0).toUpperCase()}${things.slice(1)}`;
  };
  const whyNot = ({ failure }: DataExport): string => {
    const code = failure?.code ?? '';
    return t.has(`failures.${code}` as 'failures.export_unfinished')
      ? t(`failures.${code}` as 'failures.export_unfinished')
      : (failure?.detail ?? '');
  };
  const howMuch = ({ rows, bytes }: DataExport) => `${t('rows', { count: rows })}, ${sizeOf(bytes)}`;
  const until = ({ availableUntil }: DataExport) =>
    availableUntil ? t('until', { at: moment(availableUntil) }) : '';
  return { nameOf, whyNot, howMuch, until, sizeOf };
}

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ExportedKind } from './export-kinds.ts';
import { useExportWords } from './use-export-words.ts';

type Props = {
  kind: ExportedKind;
  kinds: readonly ExportedKind[];
  choose: (kind: ExportedKind) => void;
};

/** Which kind of record is to be taken along. */
export function KindChoice({ kind, kinds, choose }: Props) {
  const t = useTranslations('settings.exports');
  const { nameOf } = useExportWords();
  return (
    <NativeSelect
      label={t('what')}
      data={kinds.map((value) => ({ value, label: nameOf(value) }))}
      value={kind}
      onChange={({ currentTarget: { value } }) => choose(kinds.find((one) => one === value) ?? kind)}
      data-autofocus
    />
  );
}

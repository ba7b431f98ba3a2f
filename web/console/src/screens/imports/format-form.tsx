import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FileFormat } from '../../../../client/src/index.ts';
import type { StepProps } from './step-props.ts';

type Csv = Extract<FileFormat, { kind: 'csv' }>;
type Xlsx = Extract<FileFormat, { kind: 'xlsx' }>;
type Vcard = Extract<FileFormat, { kind: 'vcard' }>;
type Change = (format: FileFormat) => void;

/** Encodings in which programs write files (WHATWG Encoding Standard). */
const encodings = [
  'utf-8',
  'windows-1252',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'utf-16le',
  'utf-16be',
  'macintosh',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
];
const delimiters = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
const quotes = { double: '"', single: "'", none: '' } as const;

function Encoding<F extends Csv | Vcard>({ format, change }: { format: F; change: (format: F) => void }) {
  const t = useTranslations('imports.format');
  const data = [...new Set([format.encoding, ...encodings])];
  return (
    <Select
      label={t('encoding')}
      data={data}
      searchable
      allowDeselect={false}
      value={format.encoding}
      onChange={(encoding) => encoding && change({ ...format, encoding })}
    />
  );
}

function Header<F extends Csv | Xlsx>({ format, change }: { format: F; change: (format: F) => void }) {
  const t = useTranslations('imports.format');
  return (
    <Checkbox
      label={t('hasHeader')}
      checked={format.hasHeader}
      onChange={({ currentTarget }) => change({ ...format, hasHeader: currentTarget.checked })}
    />
  );
}

/** Signs by their names, with the one that there is where it has none. */
function useSigns() {
  const t = useTranslations('imports.format');
  const named = <K extends string>(signs: Record<K, string>, label: (name: K) => string, now: string) => {
    const known = (Object.entries(signs) as [K, string][]).map(([name, sign]) => ({
      value: sign || 'none',
      label: label(name),
    }));
    const isKnown = known.some(({ value }) => value === (now || 'none'));
    return isKnown ? known : [...known, { value: now, label: t('delimiters.other', { sign: now }) }];
  };
  return {
    delimiters: (now: string) => named(delimiters, (name) => t(`delimiters.${name}`), now),
    quotes: (now: string) => named(quotes, (name) => t(`quotes.${name}`), now),
  };
}

function CsvFields({ format, change }: { format: Csv; change: Change }) {
  const t = useTranslations('imports.format');
  const signs = useSigns();
  return (
    <>
      <Encoding format={format} change={change} />
      <Select
        label={t('delimiter')}
        data={signs.delimiters(format.delimiter)}
        allowDeselect={false}
        value={format.delimiter}
        onChange={(delimiter) => delimiter && change({ ...format, delimiter })}
      />
      <Select
        label={t('quote')}
        data={signs.quotes(format.quote)}
        allowDeselect={false}
        value={format.quote || 'none'}
        onChange={(quote) => change({ ...format, quote: quote === 'none' || !quote ? '' : quote })}
      />
    </>
  );
}

function XlsxFields({ format, change }: { format: Xlsx; change: Change }) {
  const t = useTranslations('imports.format');
  const { sheet: _, ...first } = format;
  return (
    <TextInput
      label={t('sheet')}
      description={t('sheetHint')}
      value={format.sheet ?? ''}
      onChange={({ currentTarget: { value } }) => change(value ? { ...first, sheet: value } : first)}
    />
  );
}

const usual: FileFormat = { kind: 'csv', encoding: 'utf-8', delimiter: ',', quote: '"', hasHeader: true };

/** How the file is to be read where that was not seen right. */
export function FormatForm({ one, acts }: StepProps) {
  const t = useTranslations('imports.format');
  const [format, change] = useState<FileFormat>(one.format ?? usual);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        acts.read(format);
      }}
    >
      <Stack gap="sm" align="start">
        <Group align="end" gap="sm">
          {format.kind === 'csv' && <CsvFields format={format} change={change} />}
          {format.kind === 'xlsx' && <XlsxFields format={format} change={change} />}
          {format.kind === 'vcard' && <Encoding format={format} change={change} />}
        </Group>
        {format.kind !== 'vcard' && <Header format={format} change={change} />}
        <Button type="submit" variant="default" loading={acts.isBusy}>
          {t('again')}
        </Button>
      </Stack>
    </form>
  );
}

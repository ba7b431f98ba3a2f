import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { FileFormat } from '../../../../client/src/index.ts';
import { FormatForm } from './format-form.tsx';
import classes from './imports.module.css';
import { useImportRights } from './kinds.ts';
import type { StepProps } from './step-props.ts';

const signs: Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};
/** A format in words. */
function useFormatWords() {
  const t = useTranslations('imports.format');
  const headerOf = (hasHeader: boolean) => t(hasHeader ? 'header' : 'noHeader');
  const signOf = (sign: string) => {
    const name = signs[sign];
    return name ? t(`delimiters.${name}`) : t('delimiters.other', { sign });
  };
  const sheetOf = (sheet: string | undefined, header: string) =>
    sheet ? t('xlsx', { sheet, header }) : t('xlsxFirst', { header });
  return (format: FileFormat): string => {
    if (format.kind === 'vcard') return t('vcard', { encoding: format.encoding });
    const header = headerOf(format.hasHeader);
    if (format.kind === 'xlsx') return sheetOf(format.sheet, header);
    return t('csv', { encoding: format.encoding, delimiter: signOf(format.delimiter), header });
  };
}

/** How the file was read, with the way to put that right. */
export function FormatLine({ one, acts }: StepProps) {
  const t = useTranslations('imports');
  const wordsOf = useFormatWords();
  const id = useId();
  const [isOpen, { toggle }] = useDisclosure();
  const { mayWrite } = useImportRights(one.kind);
  if (!one.format) return null;
  return (
    <section className={classes.card} aria-label={t('format.label')}>
      <div className={classes.line}>
        <Text>
          {t('rowsCount', { count: one.rows ?? 0 })} · {wordsOf(one.format)}
        </Text>
        {mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            className={classes.touched}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={toggle}
          >
            {t('format.change')}
          </Button>
        )}
      </div>
      {Boolean(one.faultyRows) && (
        <Text className={classes.wrong}>{t('format.faulty', { count: one.faultyRows ?? 0 })}</Text>
      )}
      <div id={id} hidden={!isOpen}>
        <FormatForm key={JSON.stringify(one.format)} one={one} acts={acts} />
      </div>
    </section>
  );
}

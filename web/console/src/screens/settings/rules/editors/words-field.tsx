import { Group, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { blanks } from '../../../../../../../shared/rules/blanks.ts';
import { BlankMenu } from '../../parts/blank-menu.tsx';
import { withBlank } from '../../parts/blanks.ts';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  minRows?: number;
  isFocused?: boolean;
};

/** Words with blanks, which are put where the cursor is. */
export function WordsField({ label, value, onChange, maxLength, minRows = 1, isFocused = false }: Props) {
  const t = useTranslations('settings.rules.says.blanks');
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (blank: string) => {
    const { selectionStart: start, selectionEnd: end } = area.current ?? {
      selectionStart: value.length,
      selectionEnd: value.length,
    };
    const put = withBlank(value, { start, end }, blank);
    onChange(put.text);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(put.at, put.at);
    });
  };
  const offered = blanks.map((blank) => ({
    value: blank,
    label: t(blank.replace('.', '_') as 'deal_name'),
  }));
  return (
    <Group align="end" gap="xs">
      <Textarea
        ref={area}
        label={label}
        flex="1 1 240px"
        autosize
        minRows={minRows}
        maxRows={8}
        maxLength={maxLength}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        data-autofocus={isFocused || undefined}
      />
      <BlankMenu blanks={offered} insert={insert} />
    </Group>
  );
}

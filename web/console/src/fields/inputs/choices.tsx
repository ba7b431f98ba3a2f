import { Checkbox, MultiSelect, Select, TagsInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { InputProps, Option } from '../field-def.ts';
import { common, isOpenAtOnce, textOf, textsOf } from './common.ts';

/** What may be chosen, and what the record has although it may be chosen no more. */
function offered(options: Option[] = [], chosen: string[]): Option[] {
  const open = options.filter(({ value, archived }) => !archived || chosen.includes(value));
  const others = chosen.filter((value) => value && !open.some((option) => option.value === value));
  return [...open, ...others.map((value) => ({ value, label: value }))];
}
const searchableFrom = 8;

export function ChoiceField(props: InputProps) {
  const { field, value, onChange } = props;
  const data = offered(field.options, [textOf(value)]);
  return (
    <Select
      {...common(props)}
      data={data.map(({ value: one, label }) => ({ value: one, label }))}
      value={textOf(value) || null}
      searchable={data.length > searchableFrom}
      clearable={!field.isRequired}
      allowDeselect={false}
      defaultDropdownOpened={isOpenAtOnce(props)}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

export function MultiChoiceField(props: InputProps) {
  const { field, value, onChange } = props;
  const data = offered(field.options, textsOf(value));
  return (
    <MultiSelect
      {...common(props)}
      data={data.map(({ value: one, label }) => ({ value: one, label }))}
      value={textsOf(value)}
      searchable={data.length > searchableFrom}
      hidePickedOptions
      onChange={onChange}
    />
  );
}

/** Words: each is one when Enter or a comma follows it, or the field is left. */
export function TextsField(props: InputProps) {
  const t = useTranslations('fields');
  const { value, onChange } = props;
  const texts = textsOf(value);
  return (
    <TagsInput
      {...common(props)}
      value={texts}
      placeholder={texts.length === 0 ? t('tagsHint') : ''}
      acceptValueOnBlur
      splitChars={[',', ';']}
      onChange={onChange}
    />
  );
}

export function BooleanField(props: InputProps) {
  const { field, value, onChange, isBare, isFocused, error } = props;
  return (
    <Checkbox
      {...(isBare ? { 'aria-label': field.label } : { label: field.label })}
      {...(isFocused && { autoFocus: true })}
      error={error}
      checked={value === true}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}

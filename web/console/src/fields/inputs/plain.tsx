import { NumberInput, Textarea, TextInput } from '@mantine/core';
import type { InputProps } from '../field-def.ts';
import { common, textOf } from './common.ts';
import { useTypedNumber } from './typed-number.ts';

export function TextField(props: InputProps) {
  const { value, onChange } = props;
  return (
    <TextInput
      {...common(props)}
      value={textOf(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

export function UrlField(props: InputProps) {
  const { value, onChange } = props;
  return (
    <TextInput
      {...common(props)}
      type="url"
      inputMode="url"
      placeholder="https://"
      value={textOf(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

export function LongTextField(props: InputProps) {
  const { value, onChange } = props;
  return (
    <Textarea
      {...common(props)}
      autosize
      minRows={2}
      maxRows={14}
      value={textOf(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

export function NumberField(props: InputProps) {
  const { value, onChange } = props;
  const typed = useTypedNumber(typeof value === 'number' ? value : undefined, onChange);
  return <NumberInput {...common(props)} {...typed} hideControls />;
}

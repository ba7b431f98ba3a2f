import { Group, Input, Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useWorkspace } from '../../app/me.ts';
import { birthdayParts } from '../birthday.ts';
import type { InputProps } from '../field-def.ts';
import { instantOf, localOf } from '../zoned.ts';
import { common, textOf } from './common.ts';

/** The browser's own picker: it is the phone's, and it speaks the reader's language. */
export function DateField(props: InputProps) {
  const { value, onChange } = props;
  return (
    <TextInput
      {...common(props)}
      type="date"
      min="1970-01-01"
      max="2200-12-31"
      value={textOf(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    />
  );
}

/** A moment by the clock of the workspace's time zone, wherever the person sits. */
export function InstantField(props: InputProps) {
  const { value, onChange } = props;
  const { timeZone } = useWorkspace();
  return (
    <TextInput
      {...common(props)}
      type="datetime-local"
      value={value ? localOf(String(value), timeZone) : ''}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value ? instantOf(currentTarget.value, timeZone) : undefined)
      }
    />
  );
}

const two = (text: string) => text.padStart(2, '0');
/** A birthday is complete without its year. */
export function BirthdayField(props: InputProps) {
  const { value, onChange, field, isBare, error, isFocused } = props;
  const t = useTranslations('fields');
  const format = useFormatter();
  const parts = birthdayParts(textOf(value));
  const months = useMemo(
    () =>
      Array.from({ length: 12 }, (_, at) => ({
        value: two(String(at + 1)),
        label: format.dateTime(new Date(Date.UTC(2000, at, 15)), { timeZone: 'UTC', month: 'long' }),
      })),
    [format],
  );
  const set = (change: Partial<typeof parts>) => {
    const { year, month, day } = { ...parts, ...change };
    const yearText = Number(year) ? year.padStart(4, '0') : '-';
    onChange(year || month || day ? `${yearText}-${month}-${day && two(day)}` : undefined);
  };
  return (
    <Input.Wrapper {...(!isBare && { label: field.label })} error={error}>
      <Group gap={6} wrap="nowrap" role="group" aria-label={field.label}>
        <TextInput
          {...(isFocused && { autoFocus: true })}
          aria-label={t('day')}
          placeholder={t('day')}
          inputMode="numeric"
          w={56}
          maxLength={2}
          value={parts.day.replace(/^0/, '')}
          onChange={({ currentTarget }) => set({ day: currentTarget.value.replace(/\D/g, '') })}
        />
        <Select
          aria-label={t('month')}
          placeholder={t('month')}
          flex={1}
          miw={90}
          allowDeselect={false}
          data={months}
          value={parts.month || null}
          onChange={(month) => set({ month: month ?? '' })}
        />
        <TextInput
          aria-label={t('year')}
          placeholder={t('yearOptional')}
          inputMode="numeric"
          w={84}
          maxLength={4}
          value={parts.year.replace(/^0+/, '')}
          onChange={({ currentTarget }) => set({ year: currentTarget.value.replace(/\D/g, '') })}
        />
      </Group>
    </Input.Wrapper>
  );
}

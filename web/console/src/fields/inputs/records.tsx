import { MultiSelect, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { InputProps } from '../field-def.ts';
import { common, isOpenAtOnce, textOf, textsOf } from './common.ts';
import { useFound } from './found.ts';

/** The API has searched: what it answers is shown as it is. */
const asFound = <T,>({ options }: { options: T }): T => options;

function useChoosing(props: InputProps, chosen: string[]) {
  const t = useTranslations('fields');
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const { options, isFetching } = useFound(props.field.of ?? 'contact', typed, chosen, isOpen);
  return {
    ...common(props),
    data: options,
    searchable: true,
    filter: asFound,
    onSearchChange: setTyped,
    onDropdownOpen: () => setIsOpen(true),
    onDropdownClose: () => setIsOpen(false),
    placeholder: t('searchToFind'),
    nothingFoundMessage: t(isFetching ? 'searching' : 'nothingFound'),
  };
}

/** A record by its name. */
export function RecordField(props: InputProps) {
  const { field, value, onChange } = props;
  const id = textOf(value);
  const choosing = useChoosing(props, id ? [id] : []);
  return (
    <Select
      {...choosing}
      value={id || null}
      clearable={!field.isRequired}
      allowDeselect={false}
      defaultDropdownOpened={isOpenAtOnce(props)}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

export function RecordsField(props: InputProps) {
  const { value, onChange } = props;
  const chosen = textsOf(value);
  return <MultiSelect {...useChoosing(props, chosen)} value={chosen} hidePickedOptions onChange={onChange} />;
}

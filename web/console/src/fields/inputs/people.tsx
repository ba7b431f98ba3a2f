import { MultiSelect, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useUsers } from '../../api/people.ts';
import type { InputProps } from '../field-def.ts';
import { common, isOpenAtOnce, textOf, textsOf } from './common.ts';

/** Who is here, and who was chosen before they left. */
function usePeople(chosen: string[]) {
  const t = useTranslations('fields');
  const users = useUsers();
  return users
    .filter(({ id, status }) => status === 'active' || status === 'invited' || chosen.includes(id))
    .map(({ id, name, status }) => ({
      value: id,
      label: status === 'deactivated' ? t('inactive', { name }) : name,
    }));
}

export function UserField(props: InputProps) {
  const t = useTranslations('common');
  const { field, value, onChange } = props;
  return (
    <Select
      {...common(props)}
      data={usePeople([textOf(value)])}
      value={textOf(value) || null}
      placeholder={t('nobody')}
      searchable
      clearable={!field.isRequired}
      allowDeselect={false}
      defaultDropdownOpened={isOpenAtOnce(props)}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}

export function UsersField(props: InputProps) {
  const { value, onChange } = props;
  const chosen = textsOf(value);
  return (
    <MultiSelect
      {...common(props)}
      data={usePeople(chosen)}
      value={chosen}
      searchable
      hidePickedOptions
      onChange={onChange}
    />
  );
}

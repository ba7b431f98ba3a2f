import { MultiSelect } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useNamed } from '../use-say.ts';

type Choice = { value: string; label: string };
/** Who may be named: whoever the record belongs to, then who is here. */
export function usePeople(isWithOwner = true): Choice[] {
  const t = useTranslations('settings.rules');
  const { users } = useNamed();
  const here = users
    .filter(({ status }) => status !== 'deactivated')
    .map(({ id, name }) => ({ value: id, label: name }));
  return isWithOwner ? [{ value: 'record_owner', label: t('recordOwner') }, ...here] : here;
}

type Props = {
  label: string;
  value: readonly string[] | undefined;
  onChange: (users: string[]) => void;
  isWithOwner?: boolean;
  description?: string;
};
/** Several people; who left stands there by their id until they are taken out. */
export function People({ label, value = [], onChange, isWithOwner = true, description }: Props) {
  const t = useTranslations('settings.rules');
  const people = usePeople(isWithOwner);
  const gone = value.filter((id) => !people.some((one) => one.value === id));
  return (
    <MultiSelect
      label={label}
      description={description}
      placeholder={value.length === 0 ? t('choose') : ''}
      searchable
      hidePickedOptions
      data={[...people, ...gone.map((id) => ({ value: id, label: t('gone') }))]}
      value={[...value]}
      onChange={onChange}
    />
  );
}

import { Button, NativeSelect, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { type ListedKind, listedKinds } from '../../../api/kinds.ts';
import { useUsers } from '../../../api/people.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import classes from './audit.module.css';
import type { AuditSearch } from './audit-search.ts';

type Props = { search: AuditSearch; onChange: (search: AuditSearch) => void };

/** Of whom, of what and of when; the log is asked by a person or by a record, not by both. */
export function AuditFilters({ search, onChange }: Props) {
  const t = useTranslations('settings.audit');
  const kinds = useTranslations('kinds.one');
  const { by, record, kind = 'contact', from, to } = search;
  const days = { ...(from && { from }), ...(to && { to }) };
  const withDay = (name: 'from' | 'to') => (day: string) => {
    const { [name]: _, ...others } = search;
    onChange(day ? { ...others, [name]: day } : others);
  };
  return (
    <div className={classes.filters}>
      <Select
        label={t('by')}
        placeholder={t('everybody')}
        data={useUsers().map(({ id: value, name }) => ({ value, label: name }))}
        value={by ?? null}
        onChange={(id) => onChange(id ? { ...days, by: id } : days)}
        searchable
        clearable
      />
      <NativeSelect
        label={t('kind')}
        value={kind}
        data={listedKinds.map((value) => ({ value, label: kinds(value) }))}
        onChange={({ currentTarget }) => onChange({ ...days, kind: currentTarget.value as ListedKind })}
      />
      <FieldInput
        key={kind}
        field={{ label: t('record'), type: 'record', of: kind }}
        value={record}
        onChange={(id) => onChange(id ? { ...days, kind, record: String(id) } : { ...days, kind })}
      />
      <Day label={t('from')} value={from} onChange={withDay('from')} />
      <Day label={t('to')} value={to} onChange={withDay('to')} />
      {Object.keys(search).length > 0 && (
        <Button variant="default" onClick={() => onChange({})}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

type DayProps = { label: string; value: string | undefined; onChange: (day: string) => void };
const Day = ({ label, value, onChange }: DayProps) => (
  <TextInput
    label={label}
    type="date"
    value={value ?? ''}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  />
);

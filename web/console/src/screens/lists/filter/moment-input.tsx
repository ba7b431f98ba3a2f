import { Group, NumberInput, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { FieldInput } from '../../../fields/field-input.tsx';
import { useFormats } from '../../../parts/format.ts';
import {
  firstMoment,
  type Moment,
  type MomentForm,
  readMoment,
  type Unit,
  units,
  writeMoment,
} from './moments.ts';

type Props = { label: string; isSpan: boolean; value: unknown; onChange: (value: unknown) => void };
const spans: MomentForm[] = ['today', 'ago', 'ahead', 'day', 'between'];
const points: MomentForm[] = ['today', 'ago', 'ahead', 'day'];

function Distance({
  moment,
  onChange,
}: {
  moment: Extract<Moment, { count: number }>;
  onChange: (moment: Moment) => void;
}) {
  const t = useTranslations('lists.moments');
  return (
    <>
      <NumberInput
        aria-label={t('count')}
        w={72}
        min={1}
        max={9999}
        allowDecimal={false}
        value={moment.count}
        onChange={(count) => Number(count) > 0 && onChange({ ...moment, count: Number(count) })}
      />
      <Select
        aria-label={t('unit')}
        w={112}
        allowDeselect={false}
        value={moment.unit}
        data={units.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
        onChange={(unit) => unit && onChange({ ...moment, unit: unit as Unit })}
      />
    </>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <FieldInput
      isBare
      field={{ label, type: 'date', isRequired: true }}
      value={value}
      onChange={(day) => onChange(String(day ?? ''))}
    />
  );
}

/** A moment of a condition: a day, or one that moves along with today. */
export function MomentInput({ label, isSpan, value, onChange }: Props) {
  const t = useTranslations('lists.moments');
  const { today } = useFormats();
  const moment = readMoment(value);
  const set = (next: Moment) => onChange(writeMoment(next));
  const forms = isSpan ? spans : points;
  const name = (form: MomentForm) => ({
    value: form,
    label: isSpan || form === 'between' ? t(`span.${form}`) : t(`point.${form}`),
  });
  return (
    <Group gap={6} wrap="wrap">
      <Select
        aria-label={t('form')}
        w={150}
        placeholder={t('form')}
        allowDeselect={false}
        value={moment?.form ?? null}
        data={forms.map(name)}
        onChange={(form) => form && set(firstMoment(form as MomentForm, today))}
      />
      {moment && 'count' in moment && <Distance moment={moment} onChange={set} />}
      {moment?.form === 'day' && (
        <Day label={label} value={moment.day} onChange={(day) => set({ form: 'day', day })} />
      )}
      {moment?.form === 'between' && (
        <>
          <Day label={t('from')} value={moment.from} onChange={(from) => set({ ...moment, from })} />
          <Day label={t('to')} value={moment.to} onChange={(to) => set({ ...moment, to })} />
        </>
      )}
    </Group>
  );
}

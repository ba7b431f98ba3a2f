import { useTranslations } from 'use-intl';
import { useUsers } from '../../../api/people.ts';
import type { FilterDef } from '../../../fields/field-def.ts';
import { useFormats } from '../../../parts/format.ts';
import { useTitle } from '../../../parts/record-link.tsx';
import type { Test } from './condition.ts';
import { type Moment, readMoment } from './moments.ts';

function RecordName({ def, id }: { def: FilterDef; id: string }) {
  const t = useTranslations('common');
  return useTitle(def.of ?? 'contact', id) ?? t('unknown');
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

function useMomentText() {
  const t = useTranslations('lists.moments');
  const { day } = useFormats();
  const distance = ({ form, count, unit }: Extract<Moment, { count: number }>, isSpan: boolean) =>
    t(isSpan ? `said.${form}Span` : `said.${form}`, { amount: t(`amounts.${unit}`, { count }) });
  return (value: unknown, isSpan: boolean): string => {
    const moment = readMoment(value);
    if (!moment) return '…';
    if ('count' in moment) return distance(moment, isSpan);
    if (moment.form === 'today') return t('point.today');
    if (moment.form === 'between') return `${day(moment.from)} – ${day(moment.to)}`;
    return isDay(moment.day) ? day(moment.day) : moment.day;
  };
}

type Named = readonly { id: string; name: string }[];
const nameIn = (def: FilterDef, value: unknown, users: Named) =>
  def.type === 'user'
    ? users.find(({ id }) => id === value)?.name
    : def.options?.find((option) => option.value === value)?.label;
const plainly = ({ type }: FilterDef, value: unknown) =>
  String(type === 'amount' ? Number(value) / 100 : value);

function usePlainText() {
  const t = useTranslations('common');
  const users = useUsers();
  return (def: FilterDef, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (value === undefined || value === '') return '…';
    return nameIn(def, value, users) ?? plainly(def, value);
  };
}

function RecordNames({ def, ids: [first, ...others] }: { def: FilterDef; ids: unknown[] }) {
  return (
    <>
      <RecordName def={def} id={String(first)} />
      {others.length > 0 && ` +${others.length}`}
    </>
  );
}

/** What a question compares with, in words. */
export function OperandText({ test, def }: { test: Test; def: FilterDef }) {
  const momentText = useMomentText();
  const plain = usePlainText();
  const { operator, value } = test;
  if (operator === '$exists') return plain(def, value !== false);
  if (def.type === 'date' || def.type === 'instant') return momentText(value, operator === '$within');
  const values = Array.isArray(value) ? value : [value];
  if (def.type === 'record') return <RecordNames def={def} ids={values} />;
  return values.map((one) => plain(def, one)).join(', ');
}

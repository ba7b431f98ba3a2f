import { NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useWorkspace } from '../../app/me.ts';
import type { Column, Row } from './columns.ts';
import { textOf } from './common.ts';
import { CurrencyField } from './money.tsx';
import { RecordField } from './records.tsx';
import classes from './rows.module.css';
import { useTypedNumber } from './typed-number.ts';

type Props = { column: Column; row: Row; isFocused: boolean; onChange: (change: Row) => void };
const types = { text: 'text', email: 'email', tel: 'tel', url: 'url', date: 'date' } as const;
const phoneTypes = ['mobile', 'work', 'home', 'fax', 'other'] as const;

function NumberCell({ column, row, isFocused, onChange, label }: Props & { label: string }) {
  const scale = column.as === 'amount' ? 100 : 1;
  const value = row[column.name];
  const typed = useTypedNumber(typeof value === 'number' ? value / scale : undefined, (given) =>
    onChange({ [column.name]: given === undefined ? undefined : roundTo(given * scale, column.as) }),
  );
  return (
    <NumberInput
      {...typed}
      aria-label={label}
      placeholder={label}
      hideControls
      decimalScale={column.as === 'amount' ? 2 : 3}
      {...(isFocused && { autoFocus: true })}
    />
  );
}
const roundTo = (value: number, as: Column['as']) => (as === 'amount' ? Math.round(value) : value);

function PhoneType({ column, row, onChange, label }: Props & { label: string }) {
  const t = useTranslations('fields.values.phoneType');
  return (
    <Select
      aria-label={label}
      placeholder={label}
      data={phoneTypes.map((type) => ({ value: type, label: t(type) }))}
      value={textOf(row[column.name]) || null}
      clearable
      onChange={(type) => onChange({ [column.name]: type ?? undefined })}
    />
  );
}
function Currency({ column, row, onChange, label }: Props & { label: string }) {
  const { currency } = useWorkspace();
  const value = textOf(row[column.name]) || currency;
  return <CurrencyField label={label} value={value} onChange={(chosen) => onChange({ currency: chosen })} />;
}
/** What is sold keeps its own name and price; a line of a product takes the product's where it says none. */
function Product({ column, row, isFocused, onChange, label }: Props & { label: string }) {
  return (
    <RecordField
      field={{ label, type: 'record', of: 'product' }}
      value={row[column.name]}
      isBare
      isFocused={isFocused}
      onChange={(id) => onChange({ productId: id, name: undefined, unitAmountCents: undefined })}
    />
  );
}
function TextCell({ column, row, isFocused, onChange, label }: Props & { label: string }) {
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      type={types[column.as as 'text']}
      {...(isFocused && { autoFocus: true })}
      value={textOf(row[column.name])}
      onChange={({ currentTarget }) => onChange({ [column.name]: currentTarget.value })}
    />
  );
}
const special: Partial<Record<Column['as'], typeof TextCell>> = {
  amount: NumberCell,
  number: NumberCell,
  phoneType: PhoneType,
  currency: Currency,
  product: Product,
};

/** One part of a row. */
export function Cell(props: Props) {
  const t = useTranslations('fields');
  const { as, label, width } = props.column;
  const Input = special[as] ?? TextCell;
  const width_ = width ? ` ${classes[width]}` : '';
  return (
    <div className={`${classes.cell}${width_}`}>
      <Input {...props} label={t(label as 'label')} />
    </div>
  );
}

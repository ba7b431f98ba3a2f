import { Group, NumberInput, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useWorkspace } from '../../app/me.ts';
import type { InputProps, Money } from '../field-def.ts';
import { common } from './common.ts';
import { useTypedNumber } from './typed-number.ts';

const centsOf = (units: number | undefined) => (units === undefined ? undefined : Math.round(units * 100));
const unitsOf = (cents: number | undefined) => (cents === undefined ? undefined : cents / 100);
let known: string[] | undefined;
const currencies = () => {
  known ??= Intl.supportedValuesOf('currency');
  return known;
};

/** Cents, written in units. */
export function AmountField(props: InputProps) {
  const { value, onChange } = props;
  const typed = useTypedNumber(unitsOf(value as number | undefined), (units) => onChange(centsOf(units)));
  return <NumberInput {...common(props)} {...typed} hideControls decimalScale={2} />;
}

export function CurrencyField({
  value,
  onChange,
  label,
  isBare = true,
}: {
  value: string;
  onChange: (currency: string) => void;
  label: string;
  isBare?: boolean;
}) {
  return (
    <Select
      {...(isBare ? { 'aria-label': label } : { label })}
      w={84}
      searchable
      limit={30}
      allowDeselect={false}
      data={currencies()}
      value={value}
      onChange={(given) => given && onChange(given)}
    />
  );
}

/** An amount in units and its currency, the workspace's where none is chosen. */
export function MoneyField(props: InputProps) {
  const { value, onChange } = props;
  const t = useTranslations('fields');
  const { currency: usual } = useWorkspace();
  const { amountCents, currency = usual } = (value ?? {}) as Partial<Money>;
  const typed = useTypedNumber(unitsOf(amountCents), (units) => {
    const cents = centsOf(units);
    onChange(cents === undefined ? undefined : { amountCents: cents, currency });
  });
  return (
    <Group gap={6} wrap="nowrap" align="end">
      <NumberInput {...common(props)} {...typed} flex={1} miw={0} hideControls decimalScale={2} />
      <CurrencyField
        label={t('currency')}
        value={currency}
        onChange={(chosen) => amountCents !== undefined && onChange({ amountCents, currency: chosen })}
      />
    </Group>
  );
}

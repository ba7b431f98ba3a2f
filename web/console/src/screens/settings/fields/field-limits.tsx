import { Input, NumberInput, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Validation } from '../../../../../client/src/index.ts';
import type { FieldFormState } from './field-form.tsx';
import { limitsOf } from './field-values.ts';
import classes from './fields.module.css';

/** What a value must keep to beyond its type. */
export function FieldLimits({ form, isReadOnly }: { form: FieldFormState; isReadOnly: boolean }) {
  const t = useTranslations('settings.fields');
  const { type, validation } = form.values;
  const limits = limitsOf[type];
  if (limits.length === 0) return null;
  const set = (name: keyof Validation, value: string | number) => {
    const { [name]: _, ...others } = validation;
    form.set('validation', value === '' ? others : { ...others, [name]: value });
  };
  return (
    <div>
      <div className={classes.pair}>
        {limits.map((name) => (
          <Limit
            key={name}
            name={name}
            form={form}
            onChange={(value) => set(name, value)}
            isReadOnly={isReadOnly}
          />
        ))}
      </div>
      <Input.Error role="alert">{form.faultOf('validation')}</Input.Error>
      {limits.includes('pattern') && <Input.Description mt={4}>{t('patternWhy')}</Input.Description>}
    </div>
  );
}

type Props = {
  name: keyof Validation;
  form: FieldFormState;
  onChange: (value: string | number) => void;
  isReadOnly: boolean;
};
function Limit({ name, form, onChange, isReadOnly }: Props) {
  const t = useTranslations('settings.fields.limit');
  const { type, validation } = form.values;
  const value = validation[name] ?? '';
  const common = { label: t(name), disabled: isReadOnly };
  if (name === 'pattern' || name === 'earliest' || name === 'latest')
    return (
      <TextInput
        {...common}
        type={name === 'pattern' ? 'text' : 'date'}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        spellCheck={false}
      />
    );
  // Money is limited in cents, and typed as it is written.
  const unit = type === 'money' ? 100 : 1;
  return (
    <NumberInput
      {...common}
      value={value === '' ? '' : Number(value) / unit}
      onChange={(next) => onChange(next === '' ? '' : Math.round(Number(next) * unit * 1e6) / 1e6)}
      hideControls
    />
  );
}

import { useTranslations } from 'use-intl';
import type { Field } from '../../../../../client/src/index.ts';
import { customType } from '../../../fields/custom-types.ts';
import { isEmpty } from '../../../fields/field-def.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import type { FieldFormState } from './field-form.tsx';

/** What a new record has where nothing is said; of a user there is none. */
export function FieldDefault({ form, isReadOnly }: { form: FieldFormState; isReadOnly: boolean }) {
  const t = useTranslations('settings.fields');
  const { type, options, default: value } = form.values;
  if (type === 'user' || isReadOnly) return null;
  const field = {
    label: t('default'),
    help: t('defaultWhy'),
    type: customType(type),
    options: options.filter(({ archived, label }) => !archived && label),
  };
  return (
    <FieldInput
      key={type}
      field={field}
      value={value}
      onChange={(next) => form.set('default', isEmpty(next) ? undefined : (next as Field['default']))}
      error={form.faultOf('default')}
    />
  );
}

import { TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { languages } from '../../../text/languages.ts';
import type { FieldFormState } from './field-form.tsx';
import classes from './fields.module.css';

/** What the field is called in each language of the console, where that is another name. */
export function FieldLabels({ form, isReadOnly }: { form: FieldFormState; isReadOnly: boolean }) {
  const t = useTranslations('settings.fields');
  const { labels, label } = form.values;
  return (
    <div className={classes.pair}>
      {Object.entries(languages).map(([code, { name }]) => (
        <TextInput
          key={code}
          label={t('labelIn', { language: name })}
          placeholder={label}
          value={labels[code] ?? ''}
          onChange={({ currentTarget }) => form.set('labels', { ...labels, [code]: currentTarget.value })}
          disabled={isReadOnly}
        />
      ))}
    </div>
  );
}

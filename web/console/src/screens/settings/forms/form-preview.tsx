import { Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { EditedField, Values } from './form-values.ts';
import classes from './forms.module.css';

function Preview({ field }: { field: EditedField }) {
  const id = useId();
  const { label, type, required, maxLength } = field;
  if (type === 'hidden') return null;
  const label_ = (
    <label htmlFor={id}>
      {label}
      {required && ' *'}
    </label>
  );
  const given = { id, ...(maxLength && { maxLength }) };
  if (type === 'checkbox')
    return (
      <p className={classes.check}>
        <input type="checkbox" {...given} /> {label_}
      </p>
    );
  return (
    <p>
      {label_}
      {type === 'textarea' ? <textarea rows={4} {...given} /> : <input type={type} {...given} />}
    </p>
  );
}

/** The form as a visitor sees it, while it is made. Nothing that is typed into it is sent. */
export function FormPreview({ values: { fields, thanks } }: { values: Values }) {
  const t = useTranslations('settings.forms');
  return (
    <section className={classes.preview} aria-label={t('preview')}>
      <div className={classes.page}>
        {fields.map((field) => (
          <Preview key={field.key} field={field} />
        ))}
        <button type="button" className={classes.send}>
          {t('send')}
        </button>
      </div>
      {thanks.trim() && (
        <Text size="sm" c="var(--rapport-quiet)">
          {t('afterwards', { thanks: thanks.trim() })}
        </Text>
      )}
    </section>
  );
}

import { Checkbox, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Field } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { fieldsQuery } from '../../../api/workspace.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { FormFrame } from '../parts/form-frame.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { FieldDanger } from './field-danger.tsx';
import { FieldDefault } from './field-default.tsx';
import { FieldLabels } from './field-labels.tsx';
import { FieldLimits } from './field-limits.tsx';
import { FieldOptions } from './field-options.tsx';
import {
  bodyOf,
  canBeUnique,
  customKinds,
  fieldTypes,
  isChoice,
  keyOf,
  newField,
  patchOf,
  savedOf,
  type Values,
} from './field-values.ts';

export type FieldFormState = ReturnType<typeof useFieldForm>;

function useFieldForm(field: Field | undefined, done: () => void) {
  const t = useTranslations('settings.fields');
  const fields = useListed<Field>(fieldsQuery.queryKey);
  const toast = useToast();
  const path = { fieldId: field?.id ?? '' };
  return useForm<Values, Field>({
    saved: field ? savedOf(field) : { values: newField('contact') },
    write: ({ values, changes, options }) =>
      field
        ? api().patchField({ path, body: patchOf(changes, savedOf(field).values) }, options)
        : api().createField({ body: bodyOf(values) }, options),
    ...(field && { read: async () => savedOf(await api().getField({ path })) }),
    done: (saved) => {
      fields.put(saved);
      toast.done({ message: t('saved', { label: saved.label }) });
      done();
    },
  });
}

/** A field, or a new one. What never changes later is said to be so. */
export function FieldForm({ field, done }: { field: Field | undefined; done: () => void }) {
  const t = useTranslations('settings.fields');
  const common = useTranslations('common');
  const may = useMay();
  const form = useFieldForm(field, done);
  const isReadOnly = !may('fields:write') || field?.archived === true;
  const { values, set } = form;
  const needsOptions = isChoice(values.type) && !values.options.some(({ archived }) => !archived);
  const labels = {
    label: t('label'),
    required: t('required'),
    options: t('options'),
    help: t('help'),
    validation: t('limits'),
    default: t('default'),
    labels: t('labels'),
  };
  return (
    <>
      <FormFrame
        form={form}
        submit={field ? common('save') : t('make')}
        labels={labels}
        isReadOnly={isReadOnly}
        canSend={form.isDirty && values.label.trim() !== '' && values.key !== '' && !needsOptions}
      >
        {field?.archived && <Text>{t('archivedWhy')}</Text>}
        <WhatItIs form={form} field={field} isReadOnly={isReadOnly} />
        {isChoice(values.type) && (
          <FieldOptions form={form} saved={field?.options ?? []} isReadOnly={isReadOnly} />
        )}
        <Checkbox
          label={t('required')}
          description={t('requiredWhy')}
          checked={values.required}
          onChange={({ currentTarget }) => set('required', currentTarget.checked)}
          disabled={isReadOnly}
        />
        {canBeUnique(values.type) && (
          <Checkbox
            label={t('unique')}
            description={t('uniqueWhy')}
            checked={values.unique}
            onChange={({ currentTarget }) => set('unique', currentTarget.checked)}
            disabled={isReadOnly || field !== undefined}
          />
        )}
        <FieldDefault form={form} isReadOnly={isReadOnly} />
        <FieldLimits form={form} isReadOnly={isReadOnly} />
        <Textarea
          label={t('help')}
          description={t('helpWhy')}
          value={values.help}
          onChange={({ currentTarget }) => set('help', currentTarget.value)}
          error={form.faultOf('help')}
          autosize
          disabled={isReadOnly}
        />
        <FieldLabels form={form} isReadOnly={isReadOnly} />
      </FormFrame>
      {field && may('fields:write') && <FieldDanger field={field} done={done} />}
    </>
  );
}

type PartProps = { form: FieldFormState; field: Field | undefined; isReadOnly: boolean };

/** The kind of record, what the field is called and what it holds. */
function WhatItIs({ form, field, isReadOnly }: PartProps) {
  const t = useTranslations('settings.fields');
  const kinds = useTranslations('kinds.many');
  const [isKeyTyped, setKeyTyped] = useState(field !== undefined);
  const { values, set, faultOf } = form;
  const isNew = field === undefined;
  const named = (label: string) => {
    set('label', label);
    if (!isKeyTyped) set('key', keyOf(label));
  };
  return (
    <Stack gap="md">
      <TextInput
        label={t('label')}
        value={values.label}
        onChange={({ currentTarget }) => named(currentTarget.value)}
        error={faultOf('label')}
        disabled={isReadOnly}
        {...(isNew && { 'data-autofocus': true })}
      />
      <Select
        label={t('of')}
        data={customKinds.map((value) => ({ value, label: kinds(value) }))}
        value={values.of}
        onChange={(of) => of && set('of', of)}
        allowDeselect={false}
        disabled={!isNew}
      />
      <Select
        label={t('type')}
        description={isNew ? t('typeWhy') : undefined}
        data={fieldTypes.map((value) => ({ value, label: t(`types.${value}`) }))}
        value={values.type}
        onChange={(type) => {
          if (!type) return;
          set('type', type);
          set('default', undefined);
          set('validation', {});
        }}
        allowDeselect={false}
        error={faultOf('type')}
        disabled={!isNew}
      />
      <TextInput
        label={t('key')}
        description={isNew ? t('keyWhy') : undefined}
        value={values.key}
        onChange={({ currentTarget }) => {
          setKeyTyped(true);
          set('key', currentTarget.value);
        }}
        error={faultOf('key')}
        disabled={!isNew}
        spellCheck={false}
      />
    </Stack>
  );
}

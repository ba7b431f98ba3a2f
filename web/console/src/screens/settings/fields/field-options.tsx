import { ActionIcon, Button, Checkbox, Input, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Field } from '../../../../../client/src/index.ts';
import { Sortable } from '../parts/sortable.tsx';
import type { FieldFormState } from './field-form.tsx';
import classes from './fields.module.css';

type Option = Field['options'][number];
type Props = { form: FieldFormState; saved: Option[]; isReadOnly: boolean };

/** What can be chosen. Labels may change at any time; what records keep of an option never does. */
export function FieldOptions({ form, saved, isReadOnly }: Props) {
  const t = useTranslations('settings.fields');
  const { options } = form.values;
  const put = (next: Option[]) => form.set('options', next);
  const list = useRef<HTMLFieldSetElement>(null);
  const isSaved = ({ value }: Option) => saved.some((one) => one.value === value);
  const add = () => {
    const free = (count: number): string =>
      options.some(({ value }) => value === `option${count}`) ? free(count + 1) : `option${count}`;
    put([...options, { value: free(options.length + 1), label: '', archived: false }]);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus(),
    );
  };
  return (
    <fieldset ref={list} style={{ margin: 0, padding: 0, border: 0 }}>
      <Input.Label component="legend">{t('options')}</Input.Label>
      <Input.Description>{t('optionsWhy')}</Input.Description>
      <Sortable
        label={t('options')}
        items={options}
        keyOf={({ value }) => value}
        nameOf={({ label, value }) => label || value}
        onChange={put}
        row={(option, handle, index) => (
          <div className={classes.option}>
            {handle}
            <TextInput
              aria-label={t('optionLabel', { place: index + 1 })}
              value={option.label}
              onChange={({ currentTarget }) =>
                put(options.with(index, { ...option, label: currentTarget.value }))
              }
              disabled={isReadOnly}
            />
            {isSaved(option) ? (
              <Checkbox
                label={t('optionArchived')}
                checked={option.archived}
                onChange={({ currentTarget }) =>
                  put(options.with(index, { ...option, archived: currentTarget.checked }))
                }
                disabled={isReadOnly}
              />
            ) : (
              <span />
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeOption', { label: option.label || option.value })}
              onClick={() => put(options.toSpliced(index, 1))}
              disabled={isReadOnly}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        )}
      />
      <Input.Error role="alert">{form.faultOf('options')}</Input.Error>
      <Button
        variant="default"
        size="xs"
        mt={4}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
        disabled={isReadOnly}
      >
        {t('addOption')}
      </Button>
    </fieldset>
  );
}

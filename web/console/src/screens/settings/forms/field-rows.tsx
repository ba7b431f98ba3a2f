import { ActionIcon, Button, Checkbox, Menu, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { fieldsQuery } from '../../../api/workspace.ts';
import { Sortable } from '../parts/sortable.tsx';
import {
  type EditedField,
  edited,
  type FieldType,
  isTarget,
  newField,
  type Target,
  targets,
} from './form-values.ts';
import classes from './forms.module.css';

const types = [
  'text',
  'textarea',
  'email',
  'tel',
  'number',
  'checkbox',
  'date',
  'hidden',
] as const satisfies FieldType[];

/** What a field may fill: what contacts have, and the workspace's own fields of contacts. */
function useTargetChoices() {
  const t = useTranslations('settings.forms.targets');
  const { data = [] } = useQuery(fieldsQuery);
  const own = data
    .filter(({ of, archived }) => of === 'contact' && !archived)
    .map(({ key, label }) => ({ value: `custom.${key}`, label }));
  const builtIn = (Object.keys(targets) as Target[]).map((target) => ({
    value: target as string,
    label: t(target),
  }));
  return [...builtIn, ...own];
}

type RowProps = { field: EditedField; set(field: EditedField): void; remove(): void; isReadOnly: boolean };
function Row({ field, set, remove, isReadOnly }: RowProps) {
  const t = useTranslations('settings.forms');
  const choices = useTargetChoices();
  return (
    <div className={classes.field}>
      <TextInput
        aria-label={t('label')}
        value={field.label}
        onChange={({ currentTarget }) => set({ ...field, label: currentTarget.value })}
        disabled={isReadOnly}
      />
      <Select
        aria-label={t('fills')}
        data={choices}
        value={field.target}
        onChange={(target) =>
          target &&
          set({
            ...field,
            target,
            ...(isTarget(target) ? targets[target] : { name: target.slice('custom.'.length) }),
          })
        }
        allowDeselect={false}
        disabled={isReadOnly}
      />
      <Select
        aria-label={t('type')}
        data={types.map((type) => ({ value: type, label: t(`types.${type}`) }))}
        value={field.type}
        onChange={(type) => type && set({ ...field, type: type as FieldType })}
        allowDeselect={false}
        disabled={isReadOnly}
      />
      <Checkbox
        label={t('required')}
        checked={field.required}
        onChange={({ currentTarget }) => set({ ...field, required: currentTarget.checked })}
        disabled={isReadOnly}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('removeField', { label: field.label })}
        onClick={remove}
        disabled={isReadOnly}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}

type Props = { fields: EditedField[]; onChange(fields: EditedField[]): void; isReadOnly: boolean };

/** The fields of a form in the order in which they are shown. */
export function FieldRows({ fields, onChange, isReadOnly }: Props) {
  const t = useTranslations('settings.forms');
  const choices = useTargetChoices();
  const left = choices.filter(({ value }) => fields.every(({ target }) => target !== value));
  const add = ({ value, label }: { value: string; label: string }) => {
    const field = isTarget(value)
      ? newField(value, label)
      : edited({ name: value.slice('custom.'.length), label, type: 'text', target: value, required: false });
    onChange([...fields, field]);
  };
  return (
    <Stack gap="xs">
      <Sortable
        label={t('fields')}
        items={fields}
        keyOf={({ key }) => key}
        nameOf={({ label }) => label}
        onChange={onChange}
        row={(field, handle, index) => (
          <>
            {!isReadOnly && handle}
            <Row
              field={field}
              set={(next) => onChange(fields.with(index, next))}
              remove={() => onChange(fields.toSpliced(index, 1))}
              isReadOnly={isReadOnly}
            />
          </>
        )}
      />
      {!isReadOnly && left.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              style={{ alignSelf: 'start' }}
            >
              {t('addField')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {left.map((choice) => (
              <Menu.Item key={choice.value} onClick={() => add(choice)}>
                {choice.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Stack>
  );
}

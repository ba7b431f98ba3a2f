import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Kind } from '../../../../api/kinds.ts';
import type { FieldDef, FieldType } from '../../../../fields/field-def.ts';
import { FieldInput } from '../../../../fields/field-input.tsx';
import { useFields } from '../../../../fields/use-fields.ts';
import { useBuild } from '../build-context.ts';
import type { StepOf } from '../definition.ts';
import { useNamed } from '../use-say.ts';
import type { EditorProps } from './editor-props.ts';

type Tagging = StepOf<'add_tag' | 'remove_tag'>;
export function TagEditor<S extends Tagging>({ step, onChange }: { step: S; onChange: (step: S) => void }) {
  const t = useTranslations('settings.rules');
  return (
    <TextInput
      label={t('tag')}
      value={step.tag}
      maxLength={50}
      onChange={({ currentTarget }) => onChange({ ...step, tag: currentTarget.value })}
    />
  );
}

/** The types whose values a rule can write; people, tags and addresses have steps or pages of their own. */
const settable: readonly FieldType[] = [
  'text',
  'longText',
  'number',
  'date',
  'instant',
  'choice',
  'multiChoice',
  'texts',
  'boolean',
  'url',
];
const isSettable = ({ type, isReadOnly, isHidden, isOnlyAsked }: FieldDef) =>
  settable.includes(type) && !isReadOnly && !isHidden && !isOnlyAsked;

type SetField = EditorProps<'set_field'>;
/** Which field, and what it has from then on. */
export function FieldEditor(props: SetField) {
  const t = useTranslations('settings.rules');
  const { kind } = useBuild();
  return kind === 'activity' ? <p>{t('noFields')}</p> : <Setting kind={kind} {...props} />;
}
function Setting({ kind, step, onChange }: SetField & { kind: Kind }) {
  const t = useTranslations('settings.rules');
  const fields = useFields(kind).filter(isSettable);
  const field = fields.find(({ name }) => name === step.field);
  const isEmptied = field !== undefined && step.value === null;
  return (
    <>
      <Select
        label={t('set.field')}
        placeholder={t('choose')}
        searchable
        allowDeselect={false}
        data={fields.map(({ name, label }) => ({ value: name, label }))}
        value={step.field || null}
        onChange={(name) => name && onChange({ ...step, field: name, value: '' })}
      />
      {field && !isEmptied && (
        <FieldInput
          key={field.name}
          field={{ ...field, label: t('set.value') }}
          value={step.value === '' ? undefined : step.value}
          onChange={(value) => onChange({ ...step, value: (value ?? '') as StepOf<'set_field'>['value'] })}
        />
      )}
      {field && !field.isRequired && (
        <Checkbox
          label={t('set.empty')}
          checked={isEmptied}
          onChange={({ currentTarget }) => onChange({ ...step, value: currentTarget.checked ? null : '' })}
        />
      )}
    </>
  );
}

/** Which stage, and, where a deal ends by it, why. */
export function MoveEditor({ step, onChange }: EditorProps<'move_deal'>) {
  const t = useTranslations('settings.rules');
  const { pipelines } = useNamed();
  const stage = pipelines.flatMap(({ stages }) => stages).find(({ id }) => id === step.stageId);
  const reason = stage?.kind === 'lost' ? 'lostReason' : stage?.kind === 'won' ? 'wonReason' : undefined;
  const { lostReason: _, wonReason: __, ...bare } = step;
  return (
    <>
      <Select
        label={t('move.stage')}
        placeholder={t('choose')}
        searchable
        allowDeselect={false}
        data={pipelines.map(({ name, stages }) => ({
          group: name,
          items: stages.map(({ id, name: label }) => ({ value: id, label })),
        }))}
        value={step.stageId || null}
        onChange={(stageId) => stageId && onChange({ ...bare, stageId })}
      />
      {reason && (
        <TextInput
          label={t(`move.${reason}`)}
          value={step[reason] ?? ''}
          maxLength={200}
          onChange={({ currentTarget: { value } }) => onChange(value ? { ...bare, [reason]: value } : bare)}
        />
      )}
    </>
  );
}

export function WebhookEditor({ step, onChange }: EditorProps<'call_webhook'>) {
  const t = useTranslations('settings.rules');
  const { webhooks } = useNamed();
  return (
    <Select
      label={t('webhook')}
      placeholder={t('choose')}
      searchable
      allowDeselect={false}
      data={webhooks.map(({ id, url, description }) => ({ value: id, label: description || url }))}
      value={step.webhookId || null}
      onChange={(webhookId) => webhookId && onChange({ ...step, webhookId })}
    />
  );
}

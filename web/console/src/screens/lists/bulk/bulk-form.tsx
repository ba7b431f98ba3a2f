import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type FieldDef, isEmpty } from '../../../fields/field-def.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { editJob, type Job, tagJob } from './job.ts';

export type Ask = 'edit' | 'tag' | 'assign' | 'done' | 'delete';
type FormProps = { fields: readonly FieldDef[]; onChange: (job: Job | undefined) => void };

function EditForm({ fields, onChange }: FormProps) {
  const t = useTranslations('lists');
  const [name, setName] = useState<string | null>(null);
  const [value, setValue] = useState<unknown>();
  const field = fields.find((one) => one.name === name);
  const set = (of: FieldDef, next: unknown) => {
    setValue(next);
    onChange(of.isRequired && isEmpty(next) ? undefined : editJob(of, next));
  };
  const choose = (next: string | null) => {
    setName(next);
    const of = fields.find((one) => one.name === next);
    if (of) set(of, of.type === 'boolean' ? false : undefined);
  };
  return (
    <>
      <Select
        label={t('field')}
        data-autofocus
        searchable
        allowDeselect={false}
        value={name}
        data={fields.map((one) => ({ value: one.name, label: one.label }))}
        onChange={choose}
      />
      {field && (
        <>
          <FieldInput key={field.name} field={field} value={value} onChange={(next) => set(field, next)} />
          {!field.isRequired && isEmpty(value) && (
            <Text size="sm" c="var(--rapport-quiet)">
              {t('emptyClears')}
            </Text>
          )}
        </>
      )}
    </>
  );
}

function TagForm({ fields, onChange }: FormProps) {
  const t = useTranslations('lists');
  const [way, setWay] = useState<'add' | 'remove'>('add');
  const [tags, setTags] = useState<string[]>([]);
  const field = fields.find(({ name }) => name === 'tags');
  const set = (nextTags: string[], nextWay: typeof way) => {
    setTags(nextTags);
    setWay(nextWay);
    onChange(nextTags.length > 0 ? tagJob(nextTags, nextWay) : undefined);
  };
  if (!field) return null;
  return (
    <>
      <SegmentedControl
        aria-label={t('tagWay')}
        value={way}
        data={[
          { value: 'add', label: t('addTags') },
          { value: 'remove', label: t('removeTags') },
        ]}
        onChange={(next) => set(tags, next as typeof way)}
      />
      <FieldInput
        isFocused
        field={field}
        value={tags}
        onChange={(next) => set((next as string[] | undefined) ?? [], way)}
      />
    </>
  );
}

function AssignForm({ fields, onChange }: FormProps) {
  const [value, setValue] = useState<unknown>();
  const field = fields.find(({ name }) => name === 'ownerId');
  if (!field) return null;
  const set = (next: unknown) => {
    setValue(next);
    onChange(editJob(field, next));
  };
  return <FieldInput isFocused field={field} value={value} onChange={set} />;
}

const forms = { edit: EditForm, tag: TagForm, assign: AssignForm };
/** Whether what is to be done has to be said in more detail. */
const isAsked = (ask: Ask): ask is keyof typeof forms => ask in forms;

type Props = {
  ask: Ask;
  fields: readonly FieldDef[];
  what: string;
  onStart: (job: Job) => void;
  onClose: () => void;
};

/** Asks what is to become of the selected records. */
export function BulkForm({ ask, fields, what, onStart, onClose }: Props) {
  const t = useTranslations('lists');
  const common = useTranslations('common');
  const [job, setJob] = useState<Job | undefined>(isAsked(ask) ? undefined : { kind: ask });
  const Form = isAsked(ask) ? forms[ask] : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (job) onStart(job);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{t(ask === 'delete' ? 'deleteAsk' : 'changeAsk', { what })}</Text>
        {Form && <Form fields={fields} onChange={setJob} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" disabled={!job} {...(ask === 'delete' && { color: 'red' })}>
            {t(`do.${ask}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

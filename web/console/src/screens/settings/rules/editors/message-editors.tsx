import { Checkbox, NumberInput, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { StepOf } from '../definition.ts';
import { useNamed } from '../use-say.ts';
import type { EditorProps } from './editor-props.ts';
import { People, usePeople } from './people.tsx';
import { WordsField } from './words-field.tsx';

const ofSource = 'of_source';
type Mail = StepOf<'send_mail'>;
const chosenOf = ({ template }: Mail) => (typeof template === 'object' ? template.id : (template ?? null));

/** Which mail, and to whom. */
export function MailEditor({ step, onChange }: EditorProps<'send_mail'>) {
  const t = useTranslations('settings.rules');
  const { templates } = useNamed();
  const data = [
    ...templates.map(({ id, name }) => ({ value: id, label: name })),
    { value: ofSource, label: t('mail.ofSource') },
  ];
  const { once: _, ...often } = step;
  return (
    <>
      <Select
        label={t('mail.template')}
        placeholder={t('choose')}
        searchable
        allowDeselect={false}
        data={data}
        value={chosenOf(step)}
        onChange={(id) => id && onChange({ ...step, template: id === ofSource ? ofSource : { id } })}
      />
      <Select
        label={t('mail.to')}
        allowDeselect={false}
        data={[
          { value: 'contact', label: t('mail.contact') },
          { value: 'owner', label: t('recordOwner') },
        ]}
        value={step.to}
        onChange={(to) => onChange({ ...step, to: to === 'owner' ? 'owner' : 'contact' })}
      />
      <Checkbox
        label={t('mail.once')}
        checked={step.once !== undefined}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.checked ? { ...step, once: 'per_source' } : often)
        }
      />
    </>
  );
}

const recordOwner = 'record_owner';
/** What is to be done, by whom and when. */
export function TaskEditor({ step, onChange }: EditorProps<'create_task'>) {
  const t = useTranslations('settings.rules');
  const people = usePeople();
  const { note: _, ...bare } = step;
  const { dueInDays: __, ...undated } = step;
  return (
    <>
      <WordsField
        label={t('task.title')}
        value={step.title}
        maxLength={300}
        onChange={(title) => onChange({ ...step, title })}
      />
      <WordsField
        label={t('task.note')}
        value={step.note ?? ''}
        maxLength={2000}
        minRows={2}
        onChange={(note) => onChange(note ? { ...step, note } : bare)}
      />
      <Select
        label={t('task.owner')}
        searchable
        allowDeselect={false}
        data={people}
        value={step.owner === recordOwner ? recordOwner : step.owner.userId}
        onChange={(id) =>
          id && onChange({ ...step, owner: id === recordOwner ? recordOwner : { userId: id } })
        }
      />
      <NumberInput
        label={t('task.due')}
        description={t('task.dueWhy')}
        min={0}
        max={365}
        allowDecimal={false}
        value={step.dueInDays ?? ''}
        onChange={(days) => onChange(days === '' ? undated : { ...step, dueInDays: Number(days) })}
      />
    </>
  );
}

/** Who is told what. */
export function NotifyEditor({ step, onChange }: EditorProps<'notify'>) {
  const t = useTranslations('settings.rules');
  return (
    <>
      <People
        label={t('notify.users')}
        value={step.users}
        onChange={(users) => onChange({ ...step, users })}
      />
      <WordsField
        label={t('notify.text')}
        value={step.text}
        maxLength={500}
        onChange={(text) => onChange({ ...step, text })}
      />
    </>
  );
}

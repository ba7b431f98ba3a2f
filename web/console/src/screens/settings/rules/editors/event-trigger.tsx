import { Checkbox, MultiSelect, NativeSelect, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Kind } from '../../../../api/kinds.ts';
import { useFields } from '../../../../fields/use-fields.ts';
import type { RuledKind, RuleEvent, TriggerOf } from '../definition.ts';
import { eventWords } from '../rule-sentence.ts';
import type { Say } from '../say.ts';
import { eventsOf, kindOfEvent, ruledKinds, withData, withEvents } from '../triggers.ts';
import { useNamed } from '../use-say.ts';

type Trigger = TriggerOf<'event'>;
type Props = { trigger: Trigger; onChange: (trigger: Trigger) => void };

/** What happens, to which kind of record, and what has to be so of it. */
export function EventTrigger({ trigger, onChange, say }: Props & { say: Say }) {
  const t = useTranslations('settings.rules.trigger');
  const kind = kindOfEvent(trigger.events[0] ?? 'contact');
  const plain: Trigger = { on: 'event', events: [] };
  const has = (event: RuleEvent) => trigger.events.includes(event);
  const isChanged = kind !== 'activity' && trigger.events.some((event) => event.endsWith('.updated'));
  return (
    <>
      <NativeSelect
        label={t('kind')}
        value={kind}
        data={ruledKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ ...plain, events: eventsOf[currentTarget.value as RuledKind].slice(0, 1) })
        }
      />
      <MultiSelect
        label={t('events')}
        hidePickedOptions
        data={eventsOf[kind].map((event) => ({ value: event, label: eventWords(event, plain, say) }))}
        value={trigger.events}
        onChange={(events) => events.length > 0 && onChange(withEvents(trigger, events as RuleEvent[]))}
      />
      {isChanged && <Changed kind={kind} trigger={trigger} onChange={onChange} />}
      {has('deal.moved') && <Moved trigger={trigger} onChange={onChange} />}
      {has('form.submitted') && <Submitted trigger={trigger} onChange={onChange} />}
      {has('mail.received') && <Received trigger={trigger} onChange={onChange} />}
    </>
  );
}

function Changed({ kind, trigger, onChange }: Props & { kind: Kind }) {
  const t = useTranslations('settings.rules.trigger');
  const fields = useFields(kind).filter(({ isOnlyAsked, isHidden }) => !isOnlyAsked && !isHidden);
  const { fields: chosen = [], ...any } = trigger;
  return (
    <MultiSelect
      label={t('fields')}
      description={t('fieldsWhy')}
      searchable
      hidePickedOptions
      data={fields.map(({ name, label }) => ({ value: name, label }))}
      value={chosen}
      onChange={(names) => onChange(names.length > 0 ? { ...trigger, fields: names } : any)}
    />
  );
}

const anyway = '';
const statuses = ['won', 'lost', 'open'] as const;
const moved = 'deal.moved';
function Moved({ trigger, onChange }: Props) {
  const t = useTranslations('settings.rules.trigger');
  const { pipelines } = useNamed();
  const { toStageId, status } = trigger.data?.[moved] ?? {};
  const value = toStageId ? `toStageId:${toStageId}` : status ? `status:${status}` : anyway;
  const choose = (chosen: string | null) => {
    const [name = '', ...rest] = (chosen ?? anyway).split(':');
    const free = withData(withData(trigger, moved, 'toStageId', undefined), moved, 'status', undefined);
    onChange(name ? withData(free, moved, name, rest.join(':')) : free);
  };
  return (
    <Select
      label={t('movedTo')}
      searchable
      allowDeselect={false}
      data={[
        { value: anyway, label: t('anyStage') },
        ...statuses.map((one) => ({ value: `status:${one}`, label: t(`statuses.${one}`) })),
        ...pipelines.map(({ name, stages }) => ({
          group: name,
          items: stages.map((stage) => ({ value: `toStageId:${stage.id}`, label: stage.name })),
        })),
      ]}
      value={value}
      onChange={choose}
    />
  );
}

function Submitted({ trigger, onChange }: Props) {
  const t = useTranslations('settings.rules.trigger');
  const { forms } = useNamed();
  const { formId } = trigger.data?.['form.submitted'] ?? {};
  return (
    <Select
      label={t('form')}
      searchable
      allowDeselect={false}
      data={[
        { value: anyway, label: t('anyForm') },
        ...forms.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={typeof formId === 'string' ? formId : anyway}
      onChange={(id) => onChange(withData(trigger, 'form.submitted', 'formId', id || undefined))}
    />
  );
}

function Received({ trigger, onChange }: Props) {
  const t = useTranslations('settings.rules.trigger');
  const received = 'mail.received';
  const isNew = trigger.data?.[received]?.isNewContact === true;
  const set = (only: boolean) => {
    const first = withData(trigger, received, 'isNewContact', only || undefined);
    onChange(withData(first, received, 'isReply', only ? false : undefined));
  };
  return (
    <Checkbox
      label={t('onlyNew')}
      checked={isNew}
      onChange={({ currentTarget }) => set(currentTarget.checked)}
    />
  );
}

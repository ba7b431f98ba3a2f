import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useBuild } from '../build-context.ts';
import type { Trigger } from '../definition.ts';
import { newTriggers } from '../triggers.ts';
import { DateTrigger } from './date-trigger.tsx';
import { EventTrigger } from './event-trigger.tsx';
import { SegmentTrigger } from './segment-trigger.tsx';

type Props = { trigger: Trigger; onChange: (trigger: Trigger) => void };
const ways = ['event', 'date', 'segment'] as const;

/** What begins a rule. */
export function TriggerEditor({ trigger, onChange }: Props) {
  const t = useTranslations('settings.rules.trigger');
  const { say } = useBuild();
  return (
    <>
      <NativeSelect
        label={t('on')}
        value={trigger.on}
        data={ways.map((on) => ({ value: on, label: t(`ways.${on}`) }))}
        onChange={({ currentTarget }) => onChange(newTriggers[currentTarget.value as Trigger['on']])}
      />
      {trigger.on === 'event' && <EventTrigger trigger={trigger} onChange={onChange} say={say} />}
      {trigger.on === 'date' && <DateTrigger trigger={trigger} onChange={onChange} />}
      {trigger.on === 'segment' && <SegmentTrigger trigger={trigger} onChange={onChange} />}
    </>
  );
}

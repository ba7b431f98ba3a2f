import { NativeSelect, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { TriggerOf } from '../definition.ts';
import { useNamed } from '../use-say.ts';

type Props = { trigger: TriggerOf<'segment'>; onChange: (trigger: TriggerOf<'segment'>) => void };

export function SegmentTrigger({ trigger, onChange }: Props) {
  const t = useTranslations('settings.rules.trigger');
  const choose = useTranslations('settings.rules')('choose');
  const { segments } = useNamed();
  return (
    <>
      <Select
        label={t('segment')}
        placeholder={choose}
        searchable
        allowDeselect={false}
        data={segments.map(({ id, name }) => ({ value: id, label: name }))}
        value={trigger.segmentId ?? null}
        onChange={(segmentId) => segmentId && onChange({ ...trigger, segmentId })}
      />
      <NativeSelect
        label={t('turn')}
        value={trigger.turn}
        data={(['entered', 'left'] as const).map((turn) => ({ value: turn, label: t(`turns.${turn}`) }))}
        onChange={({ currentTarget }) => onChange({ ...trigger, turn: currentTarget.value as 'entered' })}
      />
    </>
  );
}

import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useBuild } from '../build-context.ts';
import type { StepOf } from '../definition.ts';
import { askedKind } from '../rule-sentence.ts';
import { ConditionField } from './condition-field.tsx';
import { DurationField } from './duration-field.tsx';
import type { EditorProps } from './editor-props.ts';

const firstWaits = { time: { for: '3d' }, condition: { until: {}, atMost: '7d' } };

/** So long, or until something holds of the record, but not for ever. */
export function WaitEditor({ step, onChange }: EditorProps<'wait'>) {
  const t = useTranslations('settings.rules');
  const { kind } = useBuild();
  const { id, until } = step;
  const how = until === undefined ? 'time' : 'condition';
  return (
    <>
      <SegmentedControl
        aria-label={t('waits.how')}
        value={how}
        data={[
          { value: 'time', label: t('waits.time') },
          { value: 'condition', label: t('waits.condition') },
        ]}
        onChange={(next) => onChange({ id, do: 'wait', ...firstWaits[next as 'time'] })}
      />
      {until === undefined ? (
        <DurationField
          label={t('waits.long')}
          value={step.for}
          onChange={(length) => onChange({ ...step, for: length })}
        />
      ) : (
        <>
          <ConditionField kind={kind} value={until} onChange={(next) => onChange({ ...step, until: next })} />
          <DurationField
            label={t('waits.atMost')}
            value={step.atMost}
            onChange={(length) => onChange({ ...step, atMost: length })}
          />
        </>
      )}
    </>
  );
}

type Of = StepOf<'branch'>['of'];
const named: readonly Of[] = ['record', 'contact', 'company', 'deal'];
/** Which of two ways it goes on. */
export function BranchEditor({ step, onChange }: EditorProps<'branch'>) {
  const t = useTranslations('settings.rules');
  const { kind } = useBuild();
  const offered = named.filter((of) => of !== kind);
  return (
    <>
      {offered.length > 1 && (
        <NativeSelect
          label={t('asksOf')}
          value={step.of}
          data={offered.map((of) => ({ value: of, label: t(`asked.${of}`) }))}
          onChange={({ currentTarget }) => onChange({ ...step, of: currentTarget.value as Of, if: {} })}
        />
      )}
      <ConditionField
        kind={askedKind(step, kind)}
        value={step.if}
        onChange={(next) => onChange({ ...step, if: next })}
      />
    </>
  );
}

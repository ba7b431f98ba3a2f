import { NumberInput, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { behaviours } from '../../../../../../shared/activities/behaviours.ts';
import type { RuleProps } from './rule-list.tsx';

/** What a contact does, and how long that counts. */
export function Does({ form, rule }: RuleProps<'engagement'>) {
  const t = useTranslations('settings.scoring');
  const { id, did, halfLifeDays } = rule;
  return (
    <>
      <Select
        label={t('did')}
        allowDeselect={false}
        data={behaviours.map((value) => ({ value, label: t(`behaviours.${value}`) }))}
        value={did}
        onChange={(value) => value && form.put(id, { ...rule, did: value as typeof did })}
        error={form.ruleFault(id, 'did', '')}
        disabled={form.isReadOnly}
      />
      <NumberInput
        label={t('halfLife')}
        value={halfLifeDays ?? ''}
        min={1}
        max={365}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        onChange={(typed) =>
          form.put(id, { ...rule, halfLifeDays: typed === '' ? undefined : Number(typed) })
        }
        error={form.ruleFault(id, 'halfLifeDays', t('range', { min: 1, max: 365 }))}
        disabled={form.isReadOnly}
      />
    </>
  );
}

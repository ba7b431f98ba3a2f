import { Checkbox, Group, Input, NativeSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { FieldDef, FieldType } from '../../../../fields/field-def.ts';
import { useFields } from '../../../../fields/use-fields.ts';
import type { TriggerOf } from '../definition.ts';

type Props = { trigger: TriggerOf<'date'>; onChange: (trigger: TriggerOf<'date'>) => void };
const dated: readonly FieldType[] = ['date', 'instant', 'birthday'];
const isDated = ({ type, isHidden }: FieldDef) => dated.includes(type) && !isHidden;
const kinds = ['contact', 'company', 'deal', 'task', 'ticket', 'order', 'product', 'promise'] as const;
const sides = ['before', 'on', 'after'] as const;
type Side = (typeof sides)[number];
const signs: Record<Side, number> = { before: -1, on: 0, after: 1 };

/** Of which day, how long before or behind it, and at what time. */
export function DateTrigger({ trigger, onChange }: Props) {
  const t = useTranslations('settings.rules.trigger');
  const many = useTranslations('kinds.many');
  const { kind, field, offsetDays, at, yearly } = trigger;
  const fields = useFields(kind).filter(isDated);
  const side: Side = offsetDays === 0 ? 'on' : offsetDays < 0 ? 'before' : 'after';
  const days = Math.abs(offsetDays);
  const set = (next: Partial<typeof trigger>) => onChange({ ...trigger, ...next });
  return (
    <>
      <NativeSelect
        label={t('kind')}
        value={kind}
        data={kinds.map((one) => ({ value: one, label: many(one) }))}
        onChange={({ currentTarget }) =>
          set({ kind: currentTarget.value as typeof kind, field: 'createdAt' })
        }
      />
      <Select
        label={t('field')}
        searchable
        allowDeselect={false}
        data={fields.map(({ name, label }) => ({ value: name, label }))}
        value={field || null}
        onChange={(name) => name && set({ field: name })}
      />
      <Input.Wrapper label={t('offset')}>
        <Group gap={6} wrap="nowrap" role="group" aria-label={t('offset')}>
          {side !== 'on' && (
            <NumberInput
              aria-label={t('days')}
              w={96}
              min={1}
              max={365}
              allowDecimal={false}
              value={days}
              onChange={(count) => Number(count) > 0 && set({ offsetDays: signs[side] * Number(count) })}
            />
          )}
          <NativeSelect
            aria-label={t('offset')}
            value={side}
            data={sides.map((one) => ({ value: one, label: t(`sides.${one}`) }))}
            onChange={({ currentTarget }) =>
              set({ offsetDays: signs[currentTarget.value as Side] * (days || 1) })
            }
          />
        </Group>
      </Input.Wrapper>
      <TextInput
        label={t('at')}
        type="time"
        w={140}
        value={at}
        onChange={({ currentTarget: { value } }) => value && set({ at: value.slice(0, 5) })}
      />
      <Checkbox
        label={t('yearly')}
        checked={yearly}
        onChange={({ currentTarget }) => set({ yearly: currentTarget.checked })}
      />
    </>
  );
}

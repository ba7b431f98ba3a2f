import { Group, Input, NativeSelect, NumberInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { readDuration, type Unit, units, writeDuration } from '../durations.ts';

type Props = { label: string; value: string | undefined; onChange: (value: string) => void };

/** How long: a number of hours, days or weeks. */
export function DurationField({ label, value, onChange }: Props) {
  const t = useTranslations('settings.rules');
  const { count, unit } = readDuration(value) ?? { count: 1, unit: 'd' as const };
  return (
    <Input.Wrapper label={label}>
      <Group gap={6} wrap="nowrap" role="group" aria-label={label}>
        <NumberInput
          aria-label={t('count')}
          w={96}
          min={1}
          max={999}
          allowDecimal={false}
          value={count}
          onChange={(given) => Number(given) > 0 && onChange(writeDuration(Number(given), unit))}
        />
        <NativeSelect
          aria-label={t('unit')}
          value={unit}
          data={units.map((one) => ({ value: one, label: t(`units.${one}`) }))}
          onChange={({ currentTarget }) => onChange(writeDuration(count, currentTarget.value as Unit))}
        />
      </Group>
    </Input.Wrapper>
  );
}

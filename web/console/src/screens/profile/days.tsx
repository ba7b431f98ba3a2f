import { Chip, Group, Input } from '@mantine/core';
import { useFormatter } from 'use-intl';
import { type Weekday, weekdays } from '../../../../../shared/core/local-day.ts';

const dayMs = 86_400_000;
const aMonday = Date.UTC(2024, 0, 1);

type Props = { label: string; value: readonly Weekday[]; onChange: (days: Weekday[]) => void };

/** Days of the week, of which one at least stays. */
export function Days({ label, value, onChange }: Props) {
  const format = useFormatter();
  const nameOf = (n: number, weekday: 'short' | 'long') =>
    format.dateTime(new Date(aMonday + n * dayMs), { weekday, timeZone: 'UTC' });
  const toggle = (day: Weekday) => {
    const days = weekdays.filter((one) => value.includes(one) !== (one === day));
    if (days.length > 0) onChange(days);
  };
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Group gap={6} mt={4} role="group" aria-label={label}>
        {weekdays.map((day, n) => (
          <Chip
            key={day}
            variant="light"
            checked={value.includes(day)}
            onChange={() => toggle(day)}
            aria-label={nameOf(n, 'long')}
          >
            {nameOf(n, 'short')}
          </Chip>
        ))}
      </Group>
    </Input.Wrapper>
  );
}

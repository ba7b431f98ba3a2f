import { readDay } from './read-day.ts';
import { dayOf } from './read-fields.ts';
import { fault, lineOf, type Row } from './row.ts';

/** A birthday of one column, or of three as Thunderbird has it; without a year it is `--05-23`. */
export function birthdayOf(row: Row): string | undefined {
  const whole = dayOf(row, 'birthday', true);
  if (whole) return whole;
  const [year, month, day] = ['year', 'month', 'day'].map((part) => lineOf(row, `birthday.${part}`));
  if (!month || !day) return undefined;
  const two = (text: string) => text.padStart(2, '0');
  const written = `${year ?? '1604'}-${two(month)}-${two(day)}`;
  return (
    readDay(written, { yearless: true }) ??
    fault(row, 'birthday.day', 'date_unreadable', `${written} is no day.`)
  );
}

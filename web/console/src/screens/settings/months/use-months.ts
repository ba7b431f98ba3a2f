import { useState } from 'react';
import { useFormatter } from 'use-intl';
import { useFormats } from '../../../parts/format.ts';
import { useIsPhone } from '../../../parts/use-is-phone.ts';
import { monthAfter, monthsOfYear } from './months.ts';

/** The months that are looked at: a year of them, or on a phone, which has room for one, a single one. */
export function useMonths() {
  const { today } = useFormats();
  const format = useFormatter();
  const isPhone = useIsPhone();
  const [month, setMonth] = useState(today.slice(0, 7));
  const year = Number(month.slice(0, 4));
  const dated = (one: string) => new Date(`${one}-15T12:00:00Z`);
  const nameOf = (one: string) =>
    format.dateTime(dated(one), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return {
    months: isPhone ? [month] : monthsOfYear(year),
    period: { from: `${year}-01`, to: `${year}-12` },
    title: isPhone ? nameOf(month) : String(year),
    step: (by: 1 | -1) => setMonth(monthAfter(month, isPhone ? by : 12 * by)),
    nameOf,
    shortNameOf: (one: string) => format.dateTime(dated(one), { month: 'short', timeZone: 'UTC' }),
  };
}
export type Months = ReturnType<typeof useMonths>;

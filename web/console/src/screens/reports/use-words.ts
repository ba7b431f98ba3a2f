import { useFormatter } from 'use-intl';
import { useFormats } from '../../parts/format.ts';

/** Figures of reports as the reader's language writes them. */
export function useWords() {
  const format = useFormatter();
  const { sums, money, currency } = useFormats();
  const number = (value: number | undefined, digits = 0) =>
    value === undefined ? '–' : format.number(value, { maximumFractionDigits: digits });
  const share = (part: number | undefined) =>
    part === undefined ? '–' : format.number(part, { style: 'percent', maximumFractionDigits: 1 });
  const cents = (byCurrency: Record<string, number> | undefined, isShort = false) =>
    byCurrency === undefined ? '–' : sums(byCurrency, isShort) || money(0);
  /** Minutes as people say them: from two hours on hours, from two days on days. */
  const duration = (minutes: number | undefined) => {
    if (minutes === undefined) return '–';
    const steps = [
      [2880, 1440, 'day'],
      [120, 60, 'hour'],
    ] as const;
    const [, per, unit] = steps.find(([from]) => minutes >= from) ?? [0, 1, 'minute'];
    return format.number(minutes / per, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    });
  };
  /** A month like `2026-11`. */
  const month = (name: string) =>
    format.dateTime(new Date(`${name}-15T12:00:00Z`), { timeZone: 'UTC', month: 'short', year: 'numeric' });
  /** A day (`2026-11-03`) of UTC. */
  const day = (name: string | undefined) =>
    name === undefined
      ? '–'
      : format.dateTime(new Date(`${name}T12:00:00Z`), { timeZone: 'UTC', dateStyle: 'medium' });
  /** A month of the year, 1 to 12. */
  const monthOfYear = (n: number) =>
    format.dateTime(new Date(Date.UTC(2026, n - 1, 15)), { timeZone: 'UTC', month: 'short' });
  /** For a chart, which has one currency: the workspace's. */
  const inUsual = (byCurrency: Record<string, number> | undefined) => (byCurrency?.[currency] ?? 0) / 100;
  const shortMoney = (amount: number) =>
    format.number(amount, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 });
  return { number, share, cents, duration, day, month, monthOfYear, inUsual, shortMoney };
}

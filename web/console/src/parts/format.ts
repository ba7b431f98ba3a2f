import { useFormatter, useLocale } from 'use-intl';
import { useMe, useWorkspace } from '../app/me.ts';

const dayMs = 86_400_000;
/** To make one takes longer than to draw a line with it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', options);
  dayFormats.set(timeZone, format);
  return format;
}
/** The calendar day that it is at a moment in a time zone, as `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, at = new Date()): string => dayFormat(timeZone).format(at);
/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** Money, days and moments as the reader's language and time zone write them. */
export function useFormats() {
  const format = useFormatter();
  const locale = useLocale();
  const { timeZone, currency: usual } = useWorkspace();
  const { preferences } = useMe();
  /** Days are the workspace's for everybody; moments are told in one's own time. */
  const ownTimeZone = preferences?.timeZone ?? timeZone;

  const money = (cents: number | undefined, currency = usual) =>
    cents === undefined
      ? ''
      : format.number(cents / 100, {
          style: 'currency',
          currency,
          ...(cents % 100 === 0 && { minimumFractionDigits: 0, maximumFractionDigits: 0 }),
        });
  /** Few characters for many figures: 1.2M. */
  const shortMoney = (cents: number, currency = usual) =>
    format.number(cents / 100, {
      style: 'currency',
      currency,
      notation: 'compact',
      maximumFractionDigits: 1,
    });
  /** Sums by currency, side by side: they are not added. */
  const sums = (byCurrency: Record<string, number> | undefined, isShort = true) =>
    Object.entries(byCurrency ?? {})
      .filter(([, cents]) => cents !== 0)
      .map(([currency, cents]) => (isShort ? shortMoney(cents, currency) : money(cents, currency)))
      .join(' + ');
  /** A calendar day: it is the same day everywhere. */
  const day = (on: string | undefined) =>
    on ? format.dateTime(new Date(`${on}T12:00:00Z`), { timeZone: 'UTC', dateStyle: 'medium' }) : '';
  const moment = (at: string | undefined) =>
    at
      ? format.dateTime(new Date(at), { timeZone: ownTimeZone, dateStyle: 'medium', timeStyle: 'short' })
      : '';
  const today = dayIn(timeZone);
  /** Yesterday, tomorrow, in 3 days; the day itself where it is far. */
  const nearDay = (on: string | undefined) => {
    if (!on) return '';
    const days = daysBetween(today, on);
    if (Math.abs(days) > 13) return day(on);
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  };
  const ago = (at: string | undefined) => (at ? format.relativeTime(new Date(at), new Date()) : '');
  return { money, shortMoney, sums, day, nearDay, moment, ago, today, timeZone, currency: usual };
}

import { type DayOrder, dayOrderIn } from './day-order.ts';
import { monthOf } from './month-names.ts';

type Parts = { year: number | undefined; month: number; day: number };
/** `ambiguous`: a day all right, but nobody knows which of two. */
export type DayRead = string | 'ambiguous' | undefined;
export type DayHints = {
  order?: DayOrder | undefined;
  country?: string | undefined;
  /** Of a year of two digits: the first that is of the century before. 70 where it is left out; less for birthdays. */
  pivot?: number;
  /** Whether a day without a year is one (RFC 6350, `--05-23`). */
  yearless?: boolean;
};

const pad = (n: number, length = 2) => String(n).padStart(length, '0');
const isDay = ({ year = 2000, month, day }: Parts) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
};
function iso(parts: Parts): string | undefined {
  if (!isDay(parts)) return undefined;
  return `${parts.year === undefined ? '-' : pad(parts.year, 4)}-${pad(parts.month)}-${pad(parts.day)}`;
}
const fullYear = (text: string, pivot = 70) => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year >= pivot ? 1900 : 2000);
};

const byOrder = (order: DayOrder, [a = '', b = '', c = '']: readonly string[], pivot?: number): Parts => {
  if (order === 'ymd') return { year: fullYear(a, pivot), month: Number(b), day: Number(c) };
  const [day, month] = order === 'dmy' ? [a, b] : [b, a];
  return { year: fullYear(c, pivot), month: Number(month), day: Number(day) };
};

const otherOrder = (order: DayOrder) => (order === 'mdy' ? 'dmy' : 'mdy');
/** What is known of the order; a year first is believed of two digits alone, since four digits say it themselves. */
function orderOf(
  numbers: readonly string[],
  separator: string,
  { order, country }: DayHints,
): DayOrder | undefined {
  const hint =
    order ?? (country ? dayOrderIn(country) : undefined) ?? (separator === '.' ? 'dmy' : undefined);
  return hint === 'ymd' && numbers[2]?.length !== 2 ? undefined : hint;
}

/** Three numbers, where only the column, the country or the numbers themselves tell which is the month. */
function fromNumbers(numbers: readonly string[], separator: string, hints: DayHints): DayRead {
  const read = (order: DayOrder) => iso(byOrder(order, numbers, hints.pivot));
  if (numbers[0]?.length === 4) return read('ymd');
  const order = orderOf(numbers, separator, hints);
  if (order) return read(order) ?? read(otherOrder(order));
  const [one, other] = [read('dmy'), read('mdy')];
  return one && other && one !== other ? 'ambiguous' : (one ?? other);
}

/** `5 March 2020`, `March 5, 2020`, `5. März 20`. */
function fromWords(text: string, hints: DayHints): DayRead {
  const name = /\p{L}{3,}\.?/gu;
  const month = [...text.matchAll(name)].map(([word]) => monthOf(word)).find((one) => one !== undefined);
  const numbers = text.match(/\d+/g) ?? [];
  if (!month || numbers.length > 2 || numbers.length === 0) return undefined;
  const [a = '', b] = numbers;
  if (b === undefined)
    return hints.yearless && a.length < 3 ? iso({ year: undefined, month, day: Number(a) }) : undefined;
  const [day, year] = a.length === 4 ? [b, a] : [a, b];
  return iso({ year: fullYear(year, hints.pivot), month, day: Number(day) });
}

const excelEpoch = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;
/** Days since the beginning of 1900, as Excel keeps a date; 10,000 is 1927, 80,000 is 2119. */
function fromSerial(serial: number): DayRead {
  if (serial < 10_000 || serial > 80_000) return undefined;
  return new Date(excelEpoch + Math.floor(serial) * dayMs).toISOString().slice(0, 10);
}

const yearless = /^--?(\d{2})-?(\d{2})$|^(\d{1,2})[./](\d{1,2})\.?$/;
function fromDayAndMonth(text: string, hints: DayHints): DayRead {
  const [, month, day, first, second] = yearless.exec(text) ?? [];
  if (month && day) return iso({ year: undefined, month: Number(month), day: Number(day) });
  if (!first || !second) return undefined;
  const given = fromNumbers([first, second, '2000'], text.includes('.') ? '.' : '/', hints);
  return given && given !== 'ambiguous' ? `-${given.slice(4)}` : given;
}

const numeric = /^(\d{1,4})\s?([./\-年]|\s)\s?(\d{1,2})\s?[./\-月\s]\s?(\d{1,4})日?(?:[T ,].*)?$/;
const packed = /^(\d{4})(\d{2})(\d{2})$/;
const serial = /^\d{5}(?:\.\d+)?$/;
const noYear = new Set(['0000', '1604']);

function read(text: string, hints: DayHints): DayRead {
  const [, a = '', separator = '', b = '', c = ''] = numeric.exec(text) ?? [];
  if (a) return fromNumbers([a, b, c], separator, hints);
  const whole = packed.exec(text);
  if (whole) return fromNumbers(whole.slice(1), '-', hints);
  if (serial.test(text)) return fromSerial(Number(text));
  return (hints.yearless ? fromDayAndMonth(text, hints) : undefined) ?? fromWords(text, hints);
}

/**
 * A day as people and programs write it, as ISO 8601 writes it; of no known year as vCard does (`--05-23`). Years 0000 and
 * 1604 stand for none, as Apple and others write it.
 */
export function readDay(written: string, hints: DayHints = {}): DayRead {
  const text = written.trim().replace(/^0000-/, '1604-');
  const day = read(text, hints);
  if (day && noYear.has(day.slice(0, 4))) return hints.yearless ? `-${day.slice(4)}` : undefined;
  return day;
}

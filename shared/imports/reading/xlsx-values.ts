import type { NumberStyle } from './xlsx-styles.ts';

/** Characters that XML cannot hold stand as `_x000D_` (ECMA-376, part 1, 22.9.2.19). */
export const unescaped = (text: string) =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const dayMs = 86_400_000;
const lastDay = 2_958_465; // 9999-12-31
const epoch = Date.UTC(1899, 11, 30);
const days1904 = 1_462;
/** Days are counted as if 1900 had been a leap year: those before March are one off. */
const instantOf = (serial: number) => epoch + Math.round((serial < 60 ? serial + 1 : serial) * 86_400) * 1000;

/** A serial number as an ISO day, with its time of day where the cell shows one. */
function dayText(serial: number, { hasDay, hasTime }: NumberStyle): string {
  const [day = '', time = ''] = new Date(instantOf(serial)).toISOString().slice(0, 19).split('T');
  if (!hasDay) return time;
  return hasTime && time !== '00:00:00' ? `${day}T${time}` : day;
}

/** All digits of a number, none of them made up: 0.1 + 0.2 was stored with 17, and no exponent is for people. */
function digitsOf(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  const number = Number(text);
  if (!Number.isFinite(number) || text.trim() === '') return text;
  if (!/e/i.test(String(number))) return String(number);
  return number.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 17 });
}

const plain: NumberStyle = { hasDay: false, hasTime: false, digits: 0 };
/** A number as its cell shows it, where that says more than the number: a day, or zeros before it. */
export function numberText(text: string, style: NumberStyle = plain, is1904 = false): string {
  const serial = Number(text) + (is1904 && style.hasDay ? days1904 : 0);
  const isDay = (style.hasDay || style.hasTime) && serial >= 0 && serial <= lastDay + 1 - 1 / dayMs;
  if (isDay && text !== '') return dayText(serial, style);
  const digits = digitsOf(text);
  return style.digits > 0 && /^\d+$/.test(digits) ? digits.padStart(style.digits, '0') : digits;
}

import { type DayHints, type DayRead, readDay } from './read-day.ts';

const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(am|pm|a\.m\.|p\.m\.)?/i;
const zoned = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?\s?(?:Z|UTC|[+-]\d{2}:?\d{2})$/i;
const unix = /^\d{10}(?:\d{3})?$/;

function timeOf(text: string): string | undefined {
  const [, hour = '0', minute = '00', second = '00', half] = time.exec(text) ?? [];
  const isLate = half?.toLowerCase().startsWith('p');
  const hours = half ? (Number(hour) % 12) + (isLate ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute}:${second}.000Z`;
}

function ofNumber(text: string): string | undefined {
  if (unix.test(text)) return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();
  const [days = '', part] = text.split('.');
  if (!part || !/^\d{5}\.\d+$/.test(text)) return undefined;
  const midnight = readDay(days);
  if (!midnight) return undefined;
  const seconds = Math.round(Number(`0.${part}`) * 86_400);
  return new Date(Date.parse(midnight) + seconds * 1000).toISOString();
}

/** A moment, as UTC; what says no zone is taken for UTC, a day alone for its first moment. */
export function readInstant(written: string, hints: DayHints = {}): DayRead {
  const text = written.trim();
  if (zoned.test(text)) {
    const at = new Date(text.replace(/\s?UTC$/i, 'Z').replace(' ', 'T'));
    return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
  }
  const numbered = ofNumber(text);
  if (numbered) return numbered;
  const day = readDay(text.replace(time, '').replace(/\s*(?:UTC|GMT|Z|T)?\s*$/, ''), hints);
  const at = timeOf(text);
  if (!day || day === 'ambiguous' || day.startsWith('-')) return day === 'ambiguous' ? day : undefined;
  return at && `${day}T${at}`;
}

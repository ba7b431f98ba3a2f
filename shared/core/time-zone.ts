import * as z from 'zod';

function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
export const TimeZone = z.string().max(64).refine(isTimeZone, 'Name an IANA time zone, like Europe/Berlin.');

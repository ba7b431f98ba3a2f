import { useFormatter } from 'use-intl';

/** A birthday's parts; one of no known year is `--05-23` (RFC 6350, 4.3.1). */
export function birthdayParts(text: string): { year: string; month: string; day: string } {
  const [, year = '', month = '', day = ''] = /^(\d{4}|-)-(\d{0,2})-(\d{0,2})$/.exec(text) ?? [];
  return { year: year === '-' ? '' : year, month, day };
}

/** Writes a birthday in the reader's language. */
export function useBirthday() {
  const format = useFormatter();
  return (text: string): string => {
    const { year, month, day } = birthdayParts(text);
    if (!day) return text;
    const at = new Date(`${year || '2000'}-${month}-${day}T12:00:00Z`);
    return format.dateTime(at, {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      ...(year && { year: 'numeric' }),
    });
  };
}

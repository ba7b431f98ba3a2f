/** A birthday as it is compared. */
export type BirthdayFact = {
  /** Undefined where only the day is known. */
  year: string | undefined;
  month: string;
  day: string;
  /** Digits alone, without the year where there is none. */
  digits: string;
  /** Days since 1970-01-01; undefined without a year. */
  number: number | undefined;
};

const dayMs = 86_400_000;

/** Of a contact's birthday: `1815-12-10`, or `--12-10`. */
export function birthdayFact(birthday: string | undefined): BirthdayFact | undefined {
  const parts = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(birthday ?? '');
  if (!parts) return undefined;
  const [, written = '', month = '', day = ''] = parts;
  const year = written === '-' ? undefined : written;
  const number = year && Date.UTC(Number(year), Number(month) - 1, Number(day)) / dayMs;
  return { year, month, day, digits: `${year ?? ''}${month}${day}`, number: number || undefined };
}

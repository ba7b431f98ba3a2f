import * as z from 'zod';

/** A date (ISO 8601). Not of a year whose moments no longer sort as text, or that no CRM needs. */
export const Day = z.iso
  .date()
  .refine((day) => day >= '1970-01-01' && day <= '2200-12-31', 'A day from 1970 to 2200.');

/** When a day is over everywhere (ISO 8601 UTC). */
export function overAt(day: string): string {
  const at = new Date(`${day}T12:00:00.000Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString();
}

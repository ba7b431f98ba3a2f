import * as z from 'zod';

/** A date (ISO 8601). Not of a year whose moments no longer sort as text, or that no CRM needs. */
export const Day = z.iso
  .date()
  .refine((day) => day >= '1970-01-01' && day <= '2200-12-31', 'A day from 1970 to 2200.');

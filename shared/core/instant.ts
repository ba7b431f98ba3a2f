import * as z from 'zod';

/** An instant with any offset (ISO 8601), as UTC with milliseconds, in which instants sort as text. */
export const Instant = z.iso
  .datetime({ offset: true, abort: true })
  .refine((at) => {
    const year = new Date(at).getUTCFullYear();
    return year >= 1970 && year <= 2200;
  }, 'A moment from 1970 to 2200.')
  .transform((at) => new Date(at).toISOString());

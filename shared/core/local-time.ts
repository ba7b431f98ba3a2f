import * as z from 'zod';

/** A time of day by a wall clock; whose, its field says. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Must be a time of day like 07:00.');

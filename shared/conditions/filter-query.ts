import * as z from 'zod';
import { Condition } from './condition.ts';

const mostCharacters = 4096;

/** A condition as a list takes it: JSON in the query, URL-encoded. */
export const FilterQuery = z
  .string()
  .max(mostCharacters)
  .transform((text, { addIssue }) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      addIssue({ code: 'custom', message: 'This is not JSON.', input: text });
      return z.NEVER;
    }
  })
  .pipe(Condition)
  .describe(
    'A condition as JSON, URL-encoded, like `{"lifecycle":"lead"}`. What no index of the list serves is answered for at most 1,000 records (422 `filter_too_broad` otherwise).',
  );

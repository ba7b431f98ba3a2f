import * as z from 'zod';
import { Condition } from './condition.ts';

const mostCharacters = 64_000; // API Gateway takes 10 KB of a request's line and headers: a longer one comes by a body

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
    'A condition as JSON, URL-encoded, like `{"lifecycle":"lead"}`. What no index of the list serves is answered for at most 1,000 records (422 `filter_too_broad` otherwise). One that is longer than some 6,000 characters, as it is encoded, goes by `POST …/search`.',
  );

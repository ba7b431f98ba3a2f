import { Logger } from '@aws-lambda-powertools/logger';
import { masked, toldError } from './told-error.ts';

/**
 * Ids, codes and field names only: values may be personal data, and logs outlive an erasure. Errors are told without what
 * they carry.
 */
export const logger = new Logger({
  jsonReplacerFn: (_, value) => {
    if (value instanceof Error) return toldError(value);
    return typeof value === 'string' ? masked(value) : value;
  },
});

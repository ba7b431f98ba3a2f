import { Logger } from '@aws-lambda-powertools/logger';

/** Ids, codes and field names only: values may be personal data, and logs outlive an erasure. */
export const logger = new Logger();

import { logger } from './logger.ts';
import { toldError } from './told-error.ts';

/**
 * A handler whose failures show nothing of what they carry: Lambda itself logs the message and the stack of whatever a handler
 * throws, and puts them into the records of failed batches.
 */
export const failingBare =
  <E extends unknown[], A>(handler: (...event: E) => Promise<A>) =>
  async (...event: E): Promise<A> => {
    try {
      return await handler(...event);
    } catch (error) {
      logger.error('run failed', { error: error as Error });
      const { name, message } = toldError(error as Error);
      throw new Error(`The run failed: ${message ?? name}`);
    }
  };

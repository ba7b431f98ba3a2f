import { AppError } from '../core/errors.ts';
import { backoff } from './pause.ts';

const patience = 8;
const isLostRace = (error: unknown) => error instanceof AppError && error.code === 'version_conflict';

/**
 * Loads, decides and saves once more when somebody else's write of the same record came in between, so that two changes
 * at once are both made. A step that looks at `If-Match` then sees the new version and answers 412.
 */
export async function retryLostRace<T>(step: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries < patience; tries++) {
    try {
      return await step();
    } catch (error) {
      if (!isLostRace(error)) throw error;
      await backoff(tries);
    }
  }
  return step();
}

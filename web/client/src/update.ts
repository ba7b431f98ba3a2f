import { RapportError } from './error.ts';

const movedOn = ['version_mismatch', 'version_conflict'];

/**
 * Changes a record on the version that was read, and reads it again and decides anew while others change it in between: `write`
 * gets what `read` answered and must send it as `ifMatch`. Throws the last error after `most` attempts.
 */
export async function updateFresh<T, R>(
  read: () => Promise<T>,
  write: (current: T) => Promise<R>,
  most = 5,
): Promise<R> {
  for (let tries = 1; ; tries++) {
    const current = await read();
    try {
      return await write(current);
    } catch (error) {
      const isStale = error instanceof RapportError && movedOn.includes(error.code);
      if (!isStale || tries >= most) throw error;
    }
  }
}

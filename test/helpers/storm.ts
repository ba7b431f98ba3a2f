import { pause } from '../../shared/platform/pause.ts';
import type { LocalCloud } from './local-cloud.ts';

/** `npm run storm` runs the kill tests at full size. */
export const isFullStorm = process.env.STORM === 'full';
/** The gate runs a tenth of it. */
export const stormSize = (full: number) => (isFullStorm ? full : full / 10);
/** So many of each function at once. */
export const storming = { RAPPORT_WORKERS: isFullStorm ? '10' : '2' };

/** Waits for a condition that another part of the test brings about. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(5);
}

/**
 * Gives every piece of work to one of several senders, each of whom tries its piece again until it is acknowledged, as a
 * client with patience does; meanwhile kills the cloud each time a share of the work is done, and starts it again.
 */
export async function storm<T>(
  cloud: LocalCloud,
  work: T[],
  { senders, kills, send }: { senders: number; kills: number; send: (one: T) => Promise<void> },
): Promise<{ refused: number }> {
  let [next, done, refused] = [0, 0, 0];
  let up = true;
  const sender = async () => {
    for (let one = work[next++]; one !== undefined; one = work[next++]) {
      for (let acknowledged = false; !acknowledged; ) {
        await until(() => up);
        acknowledged = await send(one).then(
          () => true,
          () => false,
        );
        if (!acknowledged) {
          refused++;
          await pause(100); // whoever is refused waits a moment: the gateway throttles those who do not
        }
      }
      done++;
    }
  };
  const killer = async () => {
    for (let kill = 1; kill <= kills; kill++) {
      await until(() => done >= (work.length * kill) / (kills + 1));
      up = false;
      await cloud.restart();
      up = true;
    }
  };
  await Promise.all([killer(), ...Array.from({ length: senders }, sender)]);
  return { refused };
}

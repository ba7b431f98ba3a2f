import { consumer } from '../../shared/platform/consumer.ts';
import { queueLooks } from '../../shared/platform/keys-queue.ts';
import { erasureAdvanced } from '../../shared/privacy/privacy-events.ts';
import { runErasure } from './erasing/run.ts';

/** A run is short of the function's time, so that what it came to is stored: the rest is another run's. */
const runMs = 40_000;

/** Goes on with an erasure. */
export const handler = consumer([erasureAdvanced], async ({ workspaceId, data }) => {
  const started = Date.now();
  await runErasure(workspaceId, data.erasureId, {
    now: new Date(started).toISOString(),
    isTimeLeft: () => Date.now() - started < runMs,
    look: (keys) => queueLooks([{ keys: keys.slice(0, 100) }]),
  });
});

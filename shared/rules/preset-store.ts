import { systemContext } from '../core/actor.ts';
import { retryLostRace } from '../platform/again.ts';
import { cached } from '../platform/cache.ts';
import { saveChanges } from '../platform/record-store.ts';
import type { LiveRules } from './live.ts';
import { missingPresets, presets, presetsAsLive } from './presets.ts';
import { liveRulesOf, liveWrite, readLive, versionWrite } from './rule-store.ts';

const areMade = ({ made }: LiveRules) => presets.every(({ key }) => made.includes(key));

const hourMs = 3_600_000;
/**
 * Makes the ready-made rules that a workspace lacks, in one transaction; each is made once, so that one that was deleted stays
 * away. One GetItem a process and hour where all were made.
 */
export const makePresets = cached(hourMs, (workspaceId) =>
  retryLostRace(async () => {
    const live = await readLive(workspaceId);
    if (areMade(live)) return;
    const by = systemContext(workspaceId, 'system', 'presets', new Date().toISOString());
    const { changes, versions, live: after } = missingPresets(live, by);
    const write = liveWrite(workspaceId, live, after);
    await saveChanges(changes as never[], by, [...versions.map(versionWrite), write]);
    liveRulesOf.forget(workspaceId);
  }),
);

/** RULE-3: what is live; of a workspace that has no rules yet, the ready-made ones as if they were there. */
export async function liveNow(workspaceId: string): Promise<LiveRules> {
  const live = await liveRulesOf(workspaceId);
  return live.version === 0 ? presetsAsLive(workspaceId) : live;
}

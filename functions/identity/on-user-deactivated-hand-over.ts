import { findHandover, HandoverStopped, handoverDone } from '../../shared/identity/handover-store.ts';
import { handoverGoesOn, userDeactivated } from '../../shared/identity/user-events.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { publish } from '../../shared/platform/events.ts';
import { beginning, handOverPage, type Leaver, type Place } from './handover/hand-over.ts';

/** The next page is an event of its own, so that no message lasts long, however much somebody had. */
async function goOn({ workspaceId, ...leaver }: Leaver, place: Place): Promise<void> {
  const { type, version, data } = handoverGoesOn({ ...leaver, ...place });
  const id = `${leaver.userId}.${leaver.job}.${place.round}.${place.list}`;
  const detail = { id, workspaceId, at: new Date().toISOString(), version, data };
  const failed = await publish([{ type, detail }]);
  if (failed.length > 0) throw new Error('The bus did not take where a handing over goes on');
}

async function next(leaver: Leaver, place: Place): Promise<void> {
  const { workspaceId, userId, job } = leaver;
  const handover = await findHandover(workspaceId, userId);
  if (handover?.job !== job || handover.isDone) return; // a later one has taken its place, or they are here again
  const after = await handOverPage(leaver, handover, place);
  if (after) await goOn(leaver, after);
  else await handoverDone(workspaceId, userId, job);
}

type Event = { userId: string; job: number } & Partial<Place>;

/**
 * Hands over what somebody had who is gone, a page a message. A kill loses at most a page, which its message brings again; a
 * message that comes twice finds what it was to hand over handed over.
 */
export const handler = consumer<Event>([userDeactivated, handoverGoesOn], async ({ workspaceId, data }) => {
  const { userId, job, ...place } = data;
  try {
    await next({ workspaceId, userId, job }, { ...beginning, ...place });
  } catch (error) {
    if (!(error instanceof HandoverStopped)) throw error;
  }
});

import { allRights, type Context } from '../../../shared/core/actor.ts';
import { type Change, nextVersion } from '../../../shared/core/record.ts';
import type { Handover } from '../../../shared/identity/handover.ts';
import { findHandover, handedOver } from '../../../shared/identity/handover-store.ts';
import { isHere } from '../../../shared/identity/user.ts';
import { mustBeHere, userStore } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
import { saveChanges } from '../../../shared/platform/record-store.ts';
import { isTheirs, lists } from './lists.ts';

/** Records a message, which take a few seconds. */
const aPage = 50;
const lastRound = 10;

export type Leaver = { workspaceId: string; userId: string; job: number };
/** Where a handing over stands. */
export type Place = { list: number; round: number; found: boolean; after?: string | undefined };
export const beginning: Place = { list: 0, round: 0, found: false };

/** What whoever shut the user out does to their records, as they would by hand. */
const contextOf = ({ workspaceId, userId }: Leaver, { by }: Handover): Context => ({
  actor: { kind: 'user', workspaceId, id: by, permissions: [], rights: allRights },
  now: new Date().toISOString(),
  cause: `deactivated ${userId}`,
  inBulk: true,
});

/**
 * Who gets it now. Whoever was named may have gone meanwhile: then it goes where what they had goes, and to nobody where they are
 * gone for good, or where all who are named are gone.
 */
async function receiverOf(
  workspaceId: string,
  to: string | null,
  passed: readonly string[] = [],
): Promise<string | null> {
  if (to === null || passed.includes(to)) return null;
  const user = await userStore.find(workspaceId, to);
  if (user && isHere(user)) return to;
  const next = await findHandover(workspaceId, to);
  return receiverOf(workspaceId, next?.to ?? null, [...passed, to]);
}

/** True where the record was theirs and is handed over now. What somebody else has taken, or closed, stays as it is. */
const giveOne = (leaver: Leaver, handover: Handover, list: number, id: string): Promise<boolean> =>
  retryLostRace(async () => {
    const { workspaceId, userId, job } = leaver;
    const from = lists[list];
    const before = await from?.find(workspaceId, id);
    if (!from || !isTheirs(before, userId)) return false;
    const { ownerId: _, ...rest } = before;
    const by = contextOf(leaver, handover);
    const { to } = handover;
    const given = to === null ? rest : { ...rest, ownerId: to };
    const change: Change = { of: from.of, before, after: nextVersion(given, {}, by.now), events: [] };
    const receiver = to === null ? [] : [mustBeHere(workspaceId, to, '/reassignTo')];
    await saveChanges([change], by, [handedOver(workspaceId, userId, job), ...receiver]);
    return true;
  });

/** Behind a page: the rest of its list, the next list, or all of them once more. */
function placeAfter({ list, round, found }: Place, last: string | undefined): Place | undefined {
  if (last !== undefined) return { list, round, found, after: last };
  if (list + 1 < lists.length) return { list: list + 1, round, found };
  // The lists are a second behind: what was given to them just before may have come since.
  const isOver = round > 0 && (!found || round >= lastRound);
  return isOver ? undefined : { ...beginning, round: round + 1 };
}

/**
 * Hands over a page of one of the user's lists and answers where it goes on; undefined where nothing is left. May be
 * repeated: what is handed over is not theirs any more. Throws `HandoverStopped`, and `reference_unknown` where who gets it
 * goes at this very moment: its message comes again.
 */
export async function handOverPage(
  leaver: Leaver,
  handover: Handover,
  place: Place,
): Promise<Place | undefined> {
  const pk = lists[place.list]?.pk(leaver.workspaceId, leaver.userId) ?? '';
  const after = place.after === undefined ? undefined : { pk, sk: place.after };
  const { items, last } = await queryItems({ pk, limit: aPage, after, consistent: true });
  if (items.length === 0) {
    const next = placeAfter(place, undefined);
    // Another round is another message: what is behind has time to come.
    return next?.round === place.round ? handOverPage(leaver, handover, next) : next;
  }
  let found = place.found;
  const now = { ...handover, to: await receiverOf(leaver.workspaceId, handover.to) };
  for (const { id } of items) found = (await giveOne(leaver, now, place.list, String(id))) || found;
  return placeAfter({ ...place, found }, last?.sk);
}

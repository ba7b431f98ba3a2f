import type { Context } from '../../../shared/core/actor.ts';
import { type Change, nextVersion, type RecordBase } from '../../../shared/core/record.ts';
import { whole } from '../../../shared/core/scope.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { recordStore, saveChanges } from '../../../shared/platform/record-store.ts';
import { recordKinds } from '../../../shared/records/record-kinds.ts';
import type { SampleKind, SampleMark } from '../../../shared/sample/sample.ts';
import { readMark, unmarkWrite } from '../../../shared/sample/sample-store.ts';
import { recordTaskPage } from '../../../shared/tasks/task-store.ts';
import { asSampler } from './make-sample.ts';

type Named = { kind: SampleKind; id: string };
/** Of 5 items at most each, far below the 100 of a transaction. */
const atOnce = 15;
const mostTasks = 100;

/** The tasks that Rapport itself made of a deal of the set: nobody's plans. */
async function tasksMadeOf(workspaceId: string, { made }: SampleMark): Promise<Named[]> {
  const deals = made.filter(({ kind }) => kind === 'deal');
  const pages = await Promise.all(
    deals.flatMap(({ id }) =>
      (['open', 'done'] as const).map((status) =>
        recordTaskPage(whole(workspaceId), { kind: 'deal', ids: [id] }, status, { limit: mostTasks }),
      ),
    ),
  );
  const tasks = pages.flatMap(({ items }) => items).filter(({ origin }) => origin === 'idle_deal');
  return tasks.map(({ id }) => ({ kind: 'task', id }));
}

/** Into the trash, where its time is over at once: the sweep purges it, whatever becomes of this run. */
function gone(kind: SampleKind, before: RecordBase | undefined, now: string): Change[] {
  if (!before || (before.purgeAt && before.purgeAt <= now)) return [];
  if (before.mergedInto || before.mergedIds?.length) return []; // one with a record that somebody has made it one with: it stays
  const after = nextVersion(before, { deletedAt: before.deletedAt ?? now, purgeAt: now }, now);
  return [{ of: recordKinds[kind], before, after, events: [] } as unknown as Change];
}

const putAway = (some: Named[], by: Context): Promise<void> =>
  retryLostRace(async () => {
    const changes = await Promise.all(
      some.map(async ({ kind, id }) =>
        gone(kind, await recordStore(recordKinds[kind]).find(by.actor.workspaceId, id), by.now),
      ),
    );
    if (changes.flat().length > 0) await saveChanges(changes.flat(), by);
  });

/** Removes the set for good. May be killed at any line and done again: that it is there is forgotten last. */
export async function removeSample(given: Context): Promise<void> {
  const by = asSampler(given);
  const { workspaceId } = by.actor;
  await retryLostRace(async () => {
    const mark = await readMark(workspaceId);
    if (mark.version === 0) return;
    const all = [...mark.made, ...(await tasksMadeOf(workspaceId, mark))];
    for (let n = 0; n < all.length; n += atOnce) await putAway(all.slice(n, n + atOnce), by);
    await commit([unmarkWrite(workspaceId, mark)]);
  });
}

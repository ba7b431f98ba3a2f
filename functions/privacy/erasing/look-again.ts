import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactActivitiesPk } from '../../../shared/activities/activity-projection.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { changeItemType, recordKey } from '../../../shared/core/record.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
import { pause } from '../../../shared/platform/pause.ts';
import { eraseActivity, eraseIntakes } from './activities.ts';
import { forgetHistory, timelineOf } from './history.ts';
import { eraseDeals, eraseExports, eraseMessages, eraseTasks } from './records.ts';
import type { Step, Work } from './work.ts';

/** Activities that the contact's partitions still name; entries follow their records a moment later. */
async function named({ workspaceId, contactId }: Work): Promise<string[]> {
  const listed = await queryItems({
    pk: contactActivitiesPk(workspaceId, contactId),
    limit: 100,
    consistent: true,
  });
  const shown: Item[] = [];
  for await (const item of timelineOf(workspaceId, 'contact', contactId))
    if (item.type !== changeItemType) shown.push(item);
  return [...new Set([...listed.items, ...shown].map(({ id }) => String(id)))];
}

const waitMs = 400;
/**
 * Looks until the contact's partitions name nothing any more: what was written while the others ran is erased, and the
 * projector is asked to take down entries whose records are gone. Then once through everything, for who was at work when
 * the person was erased.
 */
export const lookAgain: Step = async function* (work) {
  const { workspaceId, contactId } = work;
  for (let tries = 0; ; tries++) {
    yield* forgetHistory(workspaceId, 'contact', contactId);
    const ids = await named(work);
    if (ids.length === 0) break;
    for (const id of ids) yield* eraseActivity(work, id);
    if (tries > 0) await work.look(ids.map((id) => recordKey(workspaceId, activityRecord.kind, id)));
    await pause(waitMs);
    yield undefined;
  }
  for (const step of [eraseIntakes, eraseDeals, eraseTasks, eraseMessages, eraseExports]) yield* step(work);
};

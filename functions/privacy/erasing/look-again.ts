import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactActivitiesPk } from '../../../shared/activities/activity-projection.ts';
import type { Item, Key } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { getItems, queryItems } from '../../../shared/platform/dynamo.ts';
import { pause } from '../../../shared/platform/pause.ts';
import { unprojected } from '../../../shared/privacy/items-store.ts';
import { eraseActivity, eraseIntakes } from './activities.ts';
import { eraseFiles, listedFiles } from './files.ts';
import { forgetHistory, timelineOf } from './history.ts';
import {
  emptied,
  eraseDeals,
  eraseExports,
  eraseLinks,
  eraseMessages,
  eraseRecords,
  eraseTasks,
} from './records.ts';
import { type Step, type Work, withEach } from './work.ts';

/** Activities that the contact's partitions still name; entries follow their records a moment later. */
async function named({ workspaceId, contactId }: Work): Promise<string[]> {
  const listed = await queryItems({
    pk: contactActivitiesPk(workspaceId, contactId),
    limit: 100,
    consistent: true,
  });
  const shown: Item[] = [];
  for await (const item of timelineOf(workspaceId, 'contact', contactId))
    if (item.type === 'activity') shown.push(item);
  return [...new Set([...listed.items, ...shown].map(({ id }) => String(id)))];
}

/** Those of them that are not gone: what an activity names goes before it, so of those that are nothing is left. */
async function there({ workspaceId }: Work, ids: string[]): Promise<string[]> {
  const found = await getItems(ids.map((id) => recordKey(workspaceId, activityRecord.kind, id)));
  return [...found.values()].map(({ id }) => String(id));
}

/** Records whose entries are still to follow: they may show what the records do not say any more. */
async function behind(work: Work, activityIds: string[]): Promise<Key[]> {
  const late: Key[] = activityIds.map((id) => recordKey(work.workspaceId, activityRecord.kind, id));
  let page: Key[] = [];
  for (const keys of [emptied(work), listedFiles(work)])
    for await (const key of keys) {
      page.push(key);
      if (page.length < 100) continue;
      late.push(...(await unprojected(page)));
      page = [];
    }
  return [...late, ...(await unprojected(page))];
}

const again: Step[] = [
  eraseIntakes,
  eraseDeals,
  eraseTasks,
  eraseRecords,
  eraseLinks,
  eraseMessages,
  eraseFiles,
  eraseExports,
];
const waitMs = 400;
/**
 * Goes through everything until nothing is found and every index follows: what was written while the other steps ran is
 * erased, and the projector is asked to look where it is behind.
 */
export const lookAgain: Step = async function* (work) {
  for (let tries = 0; ; tries++) {
    yield* forgetHistory(work.workspaceId, 'contact', work.contactId);
    const ids = await named(work);
    yield* withEach(await there(work, ids), (id) => eraseActivity(work, id));
    for (const step of again) yield* step(work);
    const late = await behind(work, ids);
    if (late.length === 0) return;
    if (tries > 0) await work.look(late);
    await pause(waitMs);
    yield undefined;
  }
};

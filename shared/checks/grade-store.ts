import type { Context } from '../core/actor.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { recordKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { getItem } from '../platform/dynamo.ts';
import { recordPage } from '../platform/record-list.ts';
import { recordStore, versionConflict } from '../platform/record-store.ts';
import { countsOf } from './counts-store.ts';
import { type Grade, gradeRecord, makeGrade } from './grade.ts';
import { gradesPk } from './grade-projection.ts';
import { type Graded, gradedOf, gradedSk } from './graded.ts';

const gradeStore = recordStore(gradeRecord);

/** CHECK-4: newest first, one Query and one BatchGet a page. */
export const gradePage = (workspaceId: string, page: PageRequest): Promise<Page<Grade>> =>
  recordPage({ pk: gradesPk(workspaceId), newestFirst: true }, page, 'grades', (ids) =>
    gradeStore.getMany(workspaceId, ids),
  );

const gradedKey = (workspaceId: string) => ({
  pk: recordKey(workspaceId, 'workspace', workspaceId).pk,
  sk: gradedSk,
});
/** CHECK-5: when the next is due; one GetItem. */
export const readGraded = async (workspaceId: string): Promise<Graded> =>
  gradedOf(await getItem(gradedKey(workspaceId)));

/** Says when the next is due, if nobody has since it was read; else `version_conflict`. */
export function gradedWrite(workspaceId: string, { version }: Graded, nextAt: string): Write {
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const Item = { ...gradedKey(workspaceId), workspaceId, nextAt, version: version + 1 };
  return { action: { Put: { Item, ...guard } }, refused: () => versionConflict('grade of', workspaceId) };
}

/** Counts what the checks have found in the whole workspace, and keeps the grade. */
export async function takeGrade(
  by: Context,
  cause: Grade['cause'],
  { also = [] }: { also?: Write[] } = {},
): Promise<Grade> {
  const change = makeGrade(await countsOf(by.actor.workspaceId), cause, by);
  await gradeStore.save(change, by, also);
  return change.after;
}

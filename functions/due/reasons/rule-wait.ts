import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { DueEntry } from '../../../shared/core/due.ts';
import { db, tableName } from '../../../shared/platform/dynamo.ts';
import { isOver } from '../../../shared/rules/run.ts';
import { findRun, ofDueName } from '../../../shared/rules/run-store.ts';
import { resume } from '../../rules/running/go-on.ts';

/**
 * A rule's run has waited long enough, or is to be asked again, or was left by who took it on and died: it goes on here. Its entry
 * goes with the write by which it rests again; one that no run has any more goes at once.
 */
export async function ruleWait({ workspaceId, id, at, pk, sk }: DueEntry, now: string): Promise<void> {
  const run = await findRun(ofDueName(workspaceId, id));
  if (run && !isOver(run) && run.dueAt === at) return resume(run, now);
  await db.send(new DeleteCommand({ TableName: tableName(), Key: { pk, sk } }));
}

import { activityRecord } from '../../../shared/activities/activity.ts';
import type { Context } from '../../../shared/core/actor.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import type { OwnedKind, RecordBase } from '../../../shared/core/record.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { typeNamed } from '../types/record-types.ts';

/** A record that goes for good. */
export type Going = { kind: GovernedKind; workspaceId: string; id: string; by: Context };
/** What is done one by one; the run may stop behind each. Done again, a step finds only what is left. */
export type Steps = AsyncGenerator<unknown>;

/** Tasks and activities are purged with others also while they have no trash of their own. */
const others = { task: taskRecord, activity: activityRecord };
export function kindNamed(kind: string): OwnedKind<RecordBase> {
  const of = typeNamed(kind)?.of ?? others[kind as keyof typeof others];
  if (!of) throw new Error(`Nothing is known of the kind ${kind}`);
  return of as unknown as OwnedKind<RecordBase>;
}

import type { Context } from '../../../shared/core/actor.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import type { OwnedKind, RecordBase } from '../../../shared/core/record.ts';
import { recordKinds } from '../../../shared/records/record-kinds.ts';

/** A record that goes for good. */
export type Going = { kind: GovernedKind; workspaceId: string; id: string; by: Context };
/** What is done one by one; the run may stop behind each. Done again, a step finds only what is left. */
export type Steps = AsyncGenerator<unknown>;

export function kindNamed(kind: string): OwnedKind<RecordBase> {
  const of = recordKinds[kind as GovernedKind] as OwnedKind<RecordBase> | undefined;
  if (!of) throw new Error(`Nothing is known of the kind ${kind}`);
  return of;
}

import { type Condition, matches } from '../../../shared/conditions/condition.ts';
import { factsFor } from '../../../shared/conditions/facts-store.ts';
import { nextTurn } from '../../../shared/conditions/next-turn.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import type { Owned } from '../../../shared/platform/record-type.ts';
import { asksOf } from '../../../shared/rules/trigger.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export type Answer = {
  holds: boolean;
  /** When time alone changes the answer, for the record as it is (ISO 8601 UTC). */
  turnsAt: string | undefined;
};
/** Whether a condition holds of a record, with what lies beside it, at a moment; of nothing, nothing does. */
export async function ask(
  condition: Condition,
  kind: GovernedKind,
  record: Owned | undefined,
  at: string,
): Promise<Answer> {
  if (!record || !asksOf(kind)) return { holds: false, turnsAt: undefined };
  const { workspaceId } = record;
  const [{ timeZone }, facts] = await Promise.all([
    workspaceOf(workspaceId),
    factsFor(workspaceId, kind, condition, [record]),
  ]);
  const asked = facts.get(record.id) ?? record;
  const now = { at, timeZone };
  return { holds: matches(condition, asked, now), turnsAt: nextTurn(condition, asked, now) };
}

import type { Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { operation } from '../../../shared/platform/api.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { onceWrite } from '../../../shared/platform/once.ts';
import { ruleStore } from '../../../shared/rules/rule-store.ts';
import { endRun, isOver, type Run } from '../../../shared/rules/run.ts';
import { cancelRuleRunRoute } from '../../../shared/rules/run-routes.ts';
import { getRun, Outrun, runWrites, storedAs } from '../../../shared/rules/run-store.ts';

const patience = 5;
/** Undefined where the run has gone a step on meanwhile. */
async function cancelled(run: Run, by: Context): Promise<Run | undefined> {
  if (isOver(run)) return run;
  const after = endRun(run, 'stopped', 'cancelled', by.now);
  const answer = storedAs(run, after);
  const once = by.once ? [onceWrite(by, by.once, by.once.answer(answer))] : [];
  try {
    await commit([...once, ...runWrites(run, after)]);
    return answer;
  } catch (error) {
    if (error instanceof Outrun) return undefined;
    throw error;
  }
}

export const cancelRuleRunOperation = operation(cancelRuleRunRoute, async ({ params, body: _, ...by }) => {
  const { workspaceId, id: ruleId } = await ruleStore.get(by.actor.workspaceId, params.ruleId);
  for (let tries = 0; tries < patience; tries++) {
    const run = await cancelled(await getRun({ workspaceId, ruleId, id: params.runId }), by);
    if (run) return run;
  }
  throw new AppError('unavailable', 'busy', 'The run is being taken on; try again.', { retryAfterS: 1 });
});

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { updateItem } from '../platform/dynamo.ts';
import { isOver, type Run } from './run.ts';
import { runPage } from './run-store.ts';

type Named = { workspaceId: string; id: string };
/** Since when a rule's runs have failed; no item while none has. What goes well writes nothing here. */
const healthKey = ({ workspaceId, id }: Named): Key => ({
  pk: recordKey(workspaceId, 'rule', id).pk,
  sk: 'HEALTH',
});

/** Whoever publishes a rule, or lets it go on, has put right what was wrong. */
export const healthGoes = (rule: Named): Write => ({ action: { Delete: { Key: healthKey(rule) } } });

/** Notes that a run has failed; answers since when they have. */
export async function noteFailure(rule: Named, now: string): Promise<string> {
  const { failingSince } = await updateItem(healthKey(rule), {
    UpdateExpression: 'SET failingSince = if_not_exists(failingSince, :now), workspaceId = :workspace',
    ExpressionAttributeValues: { ':now': now, ':workspace': rule.workspaceId },
  });
  return String(failingSince);
}
/** Has the time begin anew, as a run went well meanwhile. */
export async function countAnew(rule: Named, since: string, now: string): Promise<void> {
  try {
    await updateItem(healthKey(rule), {
      UpdateExpression: 'SET failingSince = :now',
      ConditionExpression: 'failingSince = :since',
      ExpressionAttributeValues: { ':now': now, ':since': since },
    });
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error; // another has, or it was put right
  }
}

const mostLooked = 100;
const mostPages = 10;
/** One that has come to an end since a moment and did not fail; of one that still waits, that it has done something by then and goes on. */
const goesWell = (run: Run, since: string): boolean => {
  if (run.status === 'failed') return false;
  if (isOver(run)) return run.updatedAt >= since;
  return run.steps.some(({ outcome, at }) => at >= since && (outcome === 'done' || outcome === 'skipped'));
};
/**
 * Whether any of a rule's newest runs since a moment goes well, of the last 100 that have come to an end and those in between. What has only waited so
 * far tells nothing; where nearly all do, nobody can tell of the rule. One Query, up to ten.
 */
export async function anyWent({ workspaceId, id }: Named, since: string): Promise<boolean> {
  let ended = 0;
  let cursor: string | undefined;
  for (let n = 0; n < mostPages && ended < mostLooked; n++) {
    const page = await runPage(workspaceId, id, undefined, { limit: mostLooked, cursor });
    if (page.items.some((run) => goesWell(run, since))) return true;
    ended += page.items.filter(isOver).length;
    cursor = page.cursor;
    if (!cursor) break;
  }
  return ended === 0;
}

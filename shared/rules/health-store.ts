import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { updateItem } from '../platform/dynamo.ts';
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
/** Whether any of a rule's newest runs since a moment did not fail; one Query. */
export async function anyWent({ workspaceId, id }: Named, since: string): Promise<boolean> {
  const { items } = await runPage(workspaceId, id, undefined, { limit: mostLooked });
  return items.some(({ status, updatedAt }) => status !== 'failed' && updatedAt >= since);
}

import type { Write } from '../platform/commit.ts';
import { getItem, updateItem } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { Handover, handoverKey } from './handover.ts';

/** USER-5: one GetItem. */
export async function findHandover(workspaceId: string, userId: string): Promise<Handover | undefined> {
  const item = await getItem(handoverKey(workspaceId, userId));
  return item && Handover.parse(item, parseContext());
}

type Asked = Pick<Handover, 'job' | 'to' | 'by'>;
/** Begins a handing over, in the transaction of the user's change; one that was running stops. */
export const handoverBegins = (workspaceId: string, userId: string, asked: Asked): Write => ({
  action: { Put: { Item: { ...handoverKey(workspaceId, userId), ...asked, moved: 0, isDone: false } } },
});
/** Ends it wherever it stands: its user is here again, or gone for good. */
export const handoverEnds = (workspaceId: string, userId: string): Write => ({
  action: { Delete: { Key: handoverKey(workspaceId, userId) } },
});

/** Another handing over has taken this one's place, or its user is here again. */
export class HandoverStopped extends Error {}

/** In the transaction of each record that is handed over: counts it exactly once, and holds it to the job's going on. */
export const handedOver = (workspaceId: string, userId: string, job: number): Write => ({
  action: {
    Update: {
      Key: handoverKey(workspaceId, userId),
      UpdateExpression: 'ADD moved :one',
      ConditionExpression: 'job = :job AND isDone = :false',
      ExpressionAttributeValues: { ':one': 1, ':job': job, ':false': false },
    },
  },
  refused: () => new HandoverStopped('Nothing is handed over any more.'),
});

const isRefused = (error: unknown) =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';
/** May be repeated; does nothing to a later job. */
export async function handoverDone(workspaceId: string, userId: string, job: number): Promise<void> {
  try {
    await updateItem(handoverKey(workspaceId, userId), {
      UpdateExpression: 'SET isDone = :true',
      ConditionExpression: 'job = :job',
      ExpressionAttributeValues: { ':true': true, ':job': job },
    });
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}

import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type Key, nameOf } from '../../shared/core/projection.ts';
import { failingBare } from '../../shared/platform/failing-bare.ts';
import { queueLooks } from '../../shared/platform/keys-queue.ts';
import { logger } from '../../shared/platform/logger.ts';
import { projectionStore } from '../../shared/platform/projection-store.ts';
import { projector } from '../../shared/platform/projector.ts';
import { isThrottled } from '../../shared/platform/transaction-loss.ts';
import { projections, recordToLookAt } from '../../shared/projections/registry.ts';

const settle = projector(projectionStore, projections);

function keyOf({ dynamodb }: DynamoDBRecord): Key {
  const { pk, sk } = dynamodb?.Keys ?? {};
  return recordToLookAt({ pk: pk?.S ?? '', sk: sk?.S ?? '' });
}

const throttledDelayS = 20;
/** Order never matters here, so a record that cannot be settled goes to the queue of keys and the shard never waits. */
async function projectChanges({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const { failed } = await settle(Records.map(keyOf));
  if (failed.length > 0) {
    logger.warn('looks queued', {
      count: failed.length,
      first: nameOf(failed[0]?.key as Key),
      error: failed[0]?.reason as Error,
    });
    const delayS = failed.some(({ reason }) => isThrottled(reason)) ? throttledDelayS : 0;
    await queueLooks(
      failed.map(({ key }) => ({ keys: [key] })),
      delayS,
    );
  }
  return { batchItemFailures: [] };
}
export const handler = failingBare(projectChanges);

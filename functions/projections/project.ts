import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type Key, nameOf } from '../../shared/core/projection.ts';
import { matchSk, placedSk } from '../../shared/duplicates/match-entries.ts';
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
  return { pk: pk?.S ?? '', sk: sk?.S ?? '' };
}

const isMatched = (record: DynamoDBRecord): boolean => keyOf(record).sk === matchSk;
/** Whether what is compared of a record has changed, or only whose it is. */
function findingOf(record: DynamoDBRecord): Key {
  const { OldImage, NewImage } = record.dynamodb ?? {};
  const isPlaced = OldImage?.print?.S !== undefined && OldImage.print.S === NewImage?.print?.S;
  return { ...keyOf(record), sk: isPlaced ? placedSk : matchSk };
}
const findingsAMessage = 25;
/** Whom a record may be is looked for elsewhere: it takes a Query a key, and lists wait for none of them. */
async function queueFindings(records: DynamoDBRecord[]): Promise<void> {
  const keys = records.map(findingOf);
  const distinct = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  const messages = Array.from({ length: Math.ceil(distinct.length / findingsAMessage) }, (_, n) => ({
    keys: distinct.slice(n * findingsAMessage, (n + 1) * findingsAMessage),
  }));
  await queueLooks(messages);
}

const throttledDelayS = 20;
/** Order never matters here, so a record that cannot be settled goes to the queue of keys and the shard never waits. */
async function projectChanges({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  await queueFindings(Records.filter(isMatched));
  const looks = Records.filter((record) => !isMatched(record));
  const { failed } = await settle(looks.map(keyOf).map(recordToLookAt));
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

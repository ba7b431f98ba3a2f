import type { IdKind } from '../../shared/core/ids.ts';
import { type Key, nameOf } from '../../shared/core/projection.ts';
import { recordKey } from '../../shared/core/record.ts';
import { findFor } from '../../shared/duplicates/find-all-store.ts';
import { matchSk, placedSk } from '../../shared/duplicates/match-entries.ts';
import { mergeAt } from '../../shared/duplicates/thresholds.ts';
import { queueConsumer, RetryDoubling } from '../../shared/platform/consumer.ts';
import { queryItems } from '../../shared/platform/dynamo.ts';
import { queueLooks } from '../../shared/platform/keys-queue.ts';
import { logger } from '../../shared/platform/logger.ts';
import { noteWalked } from '../../shared/platform/noted-walk.ts';
import { projectionStore } from '../../shared/platform/projection-store.ts';
import { projector } from '../../shared/platform/projector.ts';
import { Queued, type RisksAnew } from '../../shared/projections/queued.ts';
import { projections } from '../../shared/projections/registry.ts';

const settle = projector(projectionStore, projections);
const entriesAMessage = 100;
type Partition = Extract<Queued, { partition: object }>['partition'];

const firstPauseS = 5;
async function lookAtKeys(keys: Key[]): Promise<void> {
  const isFinding = ({ sk }: Key) => sk === matchSk || sk === placedSk;
  const [found, looked] = [
    await findFor(keys.filter(isFinding), mergeSure),
    await settle(keys.filter((key) => !isFinding(key))),
  ];
  const failed = [...found, ...looked.failed];
  const [failure] = failed;
  if (!failure) return;
  logger.warn('a look failed', {
    count: keys.length,
    first: nameOf(failure.key),
    error: failure.reason as Error,
  });
  if (failed.length === keys.length) throw new RetryDoubling(firstPauseS, 'A record could not be settled.');
  await queueLooks(
    failed.map(({ key }) => ({ keys: [key] })),
    firstPauseS,
  );
}

/**
 * One page of a partition, then a message for the next: a kill loses at most a page, which its message brings again. A record that
 * cannot be settled has a message of its own, and holds up none behind it.
 */
async function lookAtPartition({ workspaceId, pk, after, walked }: Partition) {
  const { items, last } = await queryItems({
    pk,
    limit: entriesAMessage,
    after: after === undefined ? undefined : { pk, sk: after },
    consistent: true,
  });
  const { failed } = await settle(
    items.map(({ of, id }) => recordKey(workspaceId, of as IdKind, String(id))),
  );
  await queueLooks(
    failed.map(({ key }) => ({ keys: [key] })),
    firstPauseS,
  );
  if (last) await queueLooks([{ partition: { workspaceId, pk, after: last.sk, walked } }]);
  else if (walked) await noteWalked(walked.key, walked.version, new Date().toISOString());
}

/** Few looks find somebody who is sure: the code of merging is not in the cold start. */
const mergeSure: NonNullable<Parameters<typeof findFor>[1]> = async (record, found) => {
  if (!found.some(({ probability }) => probability >= mergeAt)) return;
  const merging = await import('../duplicates/merging/merge-sure.ts');
  await merging.mergeSure(record, found);
};

/** Customers are learned from seldom: the code of it is not in the cold start. */
const reckonRisks = async (risks: RisksAnew) =>
  (await import('../scoring/risks/risks-anew.ts')).risksAnew(risks);

/** Failed looks, backfills and re-projections. A message that keeps failing ends in the dead-letter queue. */
export const handler = queueConsumer(async (body) => {
  const message = Queued.parse(body);
  if ('keys' in message) await lookAtKeys(message.keys);
  else if ('risks' in message) await reckonRisks(message.risks);
  else await lookAtPartition(message.partition);
});

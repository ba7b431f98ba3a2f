import type { Resource } from '../assembly.ts';
import type { StreamReader } from '../idle.ts';
import type { Functions } from '../runtime/functions.ts';
import type { Store } from '../store.ts';
import { matchesAny } from './pattern.ts';
import { type Poll, poller } from './poller.ts';
import type { Deliver } from './rule.ts';
import { checkpointsOf, iteratorAt, listShards, readRecords, type Shard } from './shards.ts';
import { changesNothing, deliver, type GivenUp, type StreamRecord } from './stream-batch.ts';
import { laneOf, type Mapping, readMapping } from './stream-mapping.ts';

type Place = {
  url: string;
  streamArn: string;
  region: string;
  functionArn: string;
  functions: Functions;
  deliverTo: Deliver;
  store: Store;
};

function chunks<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** What Lambda sends to an on-failure destination: where the records are, not what they hold. */
function failureReport(given: GivenUp, place: Place, shardId: string): string {
  const at = (record: StreamRecord | undefined) =>
    new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  const { records, attempts, condition } = given;
  return JSON.stringify({
    requestContext: { functionArn: place.functionArn, condition, approximateInvokeCount: attempts },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: at(records[0]),
      approximateArrivalOfLastRecord: at(records.at(-1)),
      batchSize: records.length,
      streamArn: place.streamArn,
    },
  });
}

/** Hands a round of records on in lanes; true when all of them are done or given up. */
async function runRound(
  mapping: Mapping,
  place: Place,
  shardId: string,
  records: StreamRecord[],
  ended: () => boolean,
) {
  const { functions, functionArn, region, streamArn } = place;
  const doing = {
    invoke: (batch: StreamRecord[]) =>
      functions.invoke(functionArn, {
        Records: batch.map((record) => ({ ...record, awsRegion: region, eventSourceARN: streamArn })),
      }),
    giveUp: (given: GivenUp) => {
      if (mapping.onFailure) place.deliverTo(mapping.onFailure, failureReport(given, place, shardId));
    },
    ended,
  };
  const passed = records.filter((record) => !changesNothing(record) && matchesAny(mapping.patterns, record));
  const lanes = Array.from({ length: mapping.lanes }, (_, lane) =>
    passed.filter((record) => laneOf(record, mapping.lanes) === lane),
  );
  const done = await Promise.all(
    lanes.map(async (lane) => {
      for (const batch of chunks(lane, mapping.batchSize))
        if (!(await deliver(batch, mapping.rules, doing))) return false;
      return true;
    }),
  );
  return done.every(Boolean);
}

/**
 * Reads a table's stream for one function and keeps its place in the store: what was not done when the process died is handed on again.
 * A round reads at most one batch a lane; its checkpoint is written when all lanes are done with it.
 */
export function streamMapping(resource: Resource, place: Place): StreamReader {
  const mapping = readMapping(resource);
  const checkpoints = checkpointsOf(place.store, `${mapping.id}@${place.streamArn}`);
  const iterators = new Map<string, string | undefined>();
  const most = mapping.batchSize * mapping.lanes;
  let open: Shard[] = [];

  /** A shard that has been read to its end is not read again. */
  const discover = async () => {
    const shards = await listShards(place.url, place.streamArn);
    open = shards.filter(({ ShardId }) => checkpoints.read(ShardId) !== 'END');
  };

  const read = async (shardId: string) => {
    const sequence = checkpoints.read(shardId);
    const { streamArn, url } = place;
    const iterator =
      iterators.get(shardId) ??
      (await iteratorAt(url, { streamArn, shardId, sequence, start: mapping.start }));
    iterators.delete(shardId);
    return await readRecords(url, iterator, most);
  };

  /** Reads on until the batch is full or its window is over. */
  const gather = async (shardId: string) => {
    const page = await read(shardId);
    const until = Date.now() + mapping.windowMs;
    while (
      page.Records.length > 0 &&
      page.Records.length < most &&
      page.NextShardIterator &&
      Date.now() < until
    ) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      const more = await readRecords(place.url, page.NextShardIterator, most - page.Records.length);
      page.Records.push(...more.Records);
      if (more.NextShardIterator) page.NextShardIterator = more.NextShardIterator;
      else delete page.NextShardIterator;
    }
    return page;
  };

  const step = async (shardId: string, ended: () => boolean): Promise<number> => {
    const page = await gather(shardId);
    const last = page.Records.at(-1);
    if (last) {
      if (!(await runRound(mapping, place, shardId, page.Records, ended))) return 0;
      checkpoints.write(shardId, last.dynamodb.SequenceNumber);
    }
    if (page.NextShardIterator) iterators.set(shardId, page.NextShardIterator);
    else checkpoints.write(shardId, 'END');
    return page.Records.length;
  };

  const poll: Poll = async (ended) => {
    if (open.length === 0) await discover();
    // A child waits until its parent has been read to the end.
    const ready = open.filter((shard) => !open.some(({ ShardId }) => ShardId === shard.ParentShardId));
    let count = 0;
    for (const { ShardId } of ready) count += await step(ShardId, ended);
    if (ready.some(({ ShardId }) => checkpoints.read(ShardId) === 'END')) open = [];
    return count;
  };
  return poller(mapping.id, poll, () => {
    iterators.clear();
    open = [];
  });
}

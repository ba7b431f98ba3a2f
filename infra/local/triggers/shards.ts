import { awsJson } from '../aws-json.ts';
import type { Store } from '../store.ts';
import type { StreamRecord } from './stream-batch.ts';

export type Shard = { ShardId: string; ParentShardId?: string };
export type Page = { Records: StreamRecord[]; NextShardIterator?: string };

const target = (operation: string) => `DynamoDBStreams_20120810.${operation}`;

export async function listShards(url: string, streamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let from: string | undefined;
  do {
    const { StreamDescription: found } = await awsJson<{
      StreamDescription: { Shards: Shard[]; LastEvaluatedShardId?: string };
    }>(url, target('DescribeStream'), {
      StreamArn: streamArn,
      ...(from && { ExclusiveStartShardId: from }),
    });
    shards.push(...found.Shards);
    from = found.LastEvaluatedShardId;
  } while (from);
  return shards;
}

/** From after the checkpoint, or from `start`; from the oldest record there is if the checkpoint's has been trimmed. */
export async function iteratorAt(
  url: string,
  place: { streamArn: string; shardId: string; sequence: string | undefined; start: string },
): Promise<string> {
  const shard = { StreamArn: place.streamArn, ShardId: place.shardId };
  const ask = (more: object) =>
    awsJson<{ ShardIterator: string }>(url, target('GetShardIterator'), { ...shard, ...more });
  const { sequence, start } = place;
  if (sequence === undefined) return (await ask({ ShardIteratorType: start })).ShardIterator;
  const kept = await ask({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequence }).catch(() =>
    ask({ ShardIteratorType: 'TRIM_HORIZON' }),
  );
  return kept.ShardIterator;
}

export const readRecords = (url: string, iterator: string, limit: number): Promise<Page> =>
  awsJson<Page>(url, target('GetRecords'), { ShardIterator: iterator, Limit: Math.min(limit, 1000) });

export type Checkpoints = {
  read(shard: string): string | undefined;
  write(shard: string, sequence: string): void;
};

/** Where a mapping stands that has read nothing yet: at no shard, before all records. */
const nowhere = '';

/**
 * How far one mapping has come in each shard, kept in the store. From the first moment on it is known to be there, so that nothing is
 * thrown away that others have read and it has not.
 */
export function checkpointsOf({ db }: Store, mapping: string): Checkpoints {
  const read = db.prepare('SELECT sequence FROM checkpoints WHERE mapping = ? AND shard = ?');
  const write = db.prepare('INSERT OR REPLACE INTO checkpoints (mapping, shard, sequence) VALUES (?, ?, ?)');
  const hasBegun = db.prepare('DELETE FROM checkpoints WHERE mapping = ? AND shard = ?');
  db.prepare(
    "INSERT INTO checkpoints SELECT ?, ?, '0' WHERE NOT EXISTS (SELECT 1 FROM checkpoints WHERE mapping = ?)",
  ).run(mapping, nowhere, mapping);
  return {
    read: (shard) => read.get(mapping, shard)?.sequence as string | undefined,
    write: (shard, sequence) => {
      write.run(mapping, shard, sequence);
      hasBegun.run(mapping, nowhere);
    },
  };
}

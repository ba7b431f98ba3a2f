import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Engine } from './services/dynamodb.ts';
import type { Store } from './store.ts';

export type Compacted = { before: number; after: number; expiredStreamRecords: number };

/** DynamoDB keeps stream records for a day. */
const keptMs = 86_400_000;

const sizeOf = (file: string): number => {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
};
const bytesOf = (file: string): number => sizeOf(file) + sizeOf(`${file}-wal`);

/** The lowest place that a reader has come to; undefined where there is none. */
function lowestCheckpoint(store: Store): number | undefined {
  const rows = store.db.prepare("SELECT sequence FROM checkpoints WHERE sequence <> 'END'").all();
  const numbers = rows.map(({ sequence }) => Number(sequence));
  return numbers.length > 0 && numbers.every(Number.isFinite) ? Math.min(...numbers) : undefined;
}

/**
 * How an engine forgets stream records that are older than a moment (first, in seconds), or that all readers have passed. The
 * newest of a shard stays: engines number the next one by it, and readers' checkpoints must not lie ahead of new records.
 */
const forgetting: Record<string, string> = {
  dynoxide: `DELETE FROM _stream_records WHERE (created_at < ? OR CAST(sequence_number AS INTEGER) < ?)
    AND id NOT IN (SELECT max(id) FROM _stream_records GROUP BY table_name, shard_id)`,
  'dynamodb-local': `DELETE FROM us WHERE (CreationDateTime < 1000 * ? OR SequenceNumber < ?)
    AND SequenceNumber NOT IN (SELECT max(SequenceNumber) FROM us GROUP BY ShardID)`,
};

/** Deletes the stream records that every reader has passed or that are older than a day; answers how many. */
function expire(db: DatabaseSync, { name }: Engine, store: Store): number {
  const old = Math.floor((Date.now() - keptMs) / 1000);
  const passed = lowestCheckpoint(store) ?? 0;
  return Number(db.prepare(forgetting[name] ?? '').run(old, passed).changes);
}

/** SQLite's own locks keep us and the running engine apart; an engine that is not ours is left alone. */
function withFile<T>(
  { name, file }: Engine,
  timeout: number,
  work: (db: DatabaseSync, file: string) => T,
): T | undefined {
  if (!(name in forgetting) || !file) return undefined;
  const db = new DatabaseSync(file, { timeout });
  try {
    return work(db, file);
  } finally {
    db.close();
  }
}

/** What AWS does not keep either: mails that SES has sent on, and of what is deleted the pages of the store. */
function forget({ db }: Store): void {
  db.exec('DELETE FROM mails; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
}

/** Expires old stream records, forgets what has left for the world outside, and gives the files' unused pages back. */
export function compact(engine: Engine, store: Store): Compacted {
  forget(store);
  return compactTable(engine, store);
}

const compactTable = (engine: Engine, store: Store): Compacted =>
  withFile(engine, 20_000, (db, file) => {
    const before = bytesOf(file);
    const expiredStreamRecords = expire(db, engine, store);
    db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
    return { before, after: bytesOf(file), expiredStreamRecords };
  }) ?? { before: 0, after: 0, expiredStreamRecords: 0 };

/**
 * Dynoxide looks for its newest stream record at every write, and for the next ones at every read of the stream, in a table that has
 * no index for it: each costs the more the more of them are kept, until there is one. Does nothing where it is there.
 */
export const indexStream = (engine: Engine): void =>
  void (
    engine.name === 'dynoxide' &&
    withFile(engine, 20_000, (db) =>
      db.exec(`CREATE INDEX IF NOT EXISTS newest ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
        CREATE INDEX IF NOT EXISTS next ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER));
        CREATE INDEX IF NOT EXISTS span ON _stream_records (table_name, shard_id, sequence_number);`),
    )
  );

/** Stream records that all readers have passed go soon, so that the file stays small; a locked file waits for the next time. */
export function trimStream(engine: Engine, store: Store): void {
  if (engine.name !== 'dynoxide') return;
  try {
    withFile(engine, 100, (db) => expire(db, engine, store));
  } catch (error) {
    if (!/locked|busy/i.test(String(error))) throw error;
  }
}

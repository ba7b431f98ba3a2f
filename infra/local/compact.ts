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

/** The lowest place that a reader has come to; undefined where one has none yet. */
function lowestCheckpoint(store: Store): number | undefined {
  const rows = store.db.prepare("SELECT sequence FROM checkpoints WHERE sequence <> 'END'").all();
  const numbers = rows.map(({ sequence }) => Number(sequence));
  return numbers.length > 0 && numbers.every(Number.isFinite) ? Math.min(...numbers) : undefined;
}

/**
 * Expires the stream records that every reader has passed or that are older than a day, and gives the file's unused pages back. Works on
 * Dynoxide's file while the engine runs (SQLite's own locks keep the two apart); other engines are left alone.
 */
export function compact(engine: Engine, store: Store): Compacted {
  const { file } = engine;
  if (engine.name !== 'dynoxide' || !file) return { before: 0, after: 0, expiredStreamRecords: 0 };
  const before = bytesOf(file);
  const db = new DatabaseSync(file, { timeout: 20_000 });
  try {
    const old = Math.floor((Date.now() - keptMs) / 1000);
    const passed = lowestCheckpoint(store) ?? 0;
    // The newest record stays: Dynoxide numbers the next one by it, and readers' checkpoints must not lie ahead of new records.
    const { changes } = db
      .prepare(
        `DELETE FROM _stream_records WHERE (created_at < ? OR CAST(sequence_number AS INTEGER) < ?)
         AND id NOT IN (SELECT max(id) FROM _stream_records GROUP BY table_name, shard_id)`,
      )
      .run(old, passed);
    db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
    return { before, after: bytesOf(file), expiredStreamRecords: Number(changes) };
  } finally {
    db.close();
  }
}

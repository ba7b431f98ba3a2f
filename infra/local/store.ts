import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type Store = {
  db: DatabaseSync;
  /** Runs `work` so that either all its writes are kept or none. Not re-entrant. */
  transaction<T>(work: () => T): T;
  /** A value made once and kept between runs. */
  keep(name: string, make: () => string): string;
  close(): void;
};

/** A second local cloud on the same data folder. */
export class DataFolderInUse extends Error {}

const schema = `
CREATE TABLE IF NOT EXISTS messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, message_id TEXT NOT NULL, body TEXT NOT NULL,
  attributes TEXT NOT NULL, sent_at INTEGER NOT NULL, visible_at INTEGER NOT NULL,
  receives INTEGER NOT NULL DEFAULT 0, first_received_at INTEGER, receipt TEXT);
CREATE INDEX IF NOT EXISTS messages_due ON messages (queue, visible_at, id);
CREATE UNIQUE INDEX IF NOT EXISTS messages_receipt ON messages (receipt) WHERE receipt IS NOT NULL;
CREATE TABLE IF NOT EXISTS mails (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, message_id TEXT NOT NULL, source TEXT NOT NULL,
  destinations TEXT NOT NULL, raw BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS objects (
  bucket TEXT NOT NULL, key TEXT NOT NULL, file TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
  modified_at INTEGER NOT NULL, headers TEXT NOT NULL, PRIMARY KEY (bucket, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS checkpoints (
  mapping TEXT NOT NULL, shard TEXT NOT NULL, sequence TEXT NOT NULL, PRIMARY KEY (mapping, shard));
CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`;

/**
 * Everything that the emulated services must not lose, in one SQLite file. WAL with `synchronous=NORMAL` survives
 * `kill -9` (a power cut may cost the last moments). The exclusive lock is the operating system's and ends with the process, so it
 * is also what refuses a second local cloud on the same folder.
 */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, 'cloud.db'));
  try {
    db.exec(
      `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;${schema}`,
    );
  } catch (error) {
    db.close();
    if (!/locked|busy/i.test(String(error))) throw error;
    throw new DataFolderInUse(
      `Another local cloud uses ${folder}: stop it, or set RAPPORT_DATA to another folder.`,
    );
  }
  const transaction = <T>(work: () => T): T => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };
  const read = db.prepare('SELECT value FROM kept WHERE name = ?');
  const write = db.prepare('INSERT INTO kept (name, value) VALUES (?, ?)');
  const keep = (name: string, make: () => string): string => {
    const row = read.get(name);
    if (row) return String(row.value);
    const value = make();
    write.run(name, value);
    return value;
  };
  return { db, transaction, keep, close: () => db.close() };
}

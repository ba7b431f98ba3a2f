import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../store.ts';

export type Row = {
  key: string;
  file: string;
  size: number;
  etag: string;
  modified_at: number;
  headers: string;
};
/** Kept before it returns, with those of the headers that S3 keeps; an object of the same key is replaced as a whole. Answers its ETag. */
export type Put = (bucket: string, key: string, body: Buffer, headers?: Record<string, string>) => string;

const keptHeaders = ['content-type', 'content-disposition', 'cache-control', 'content-language'];
const headersToKeep = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => keptHeaders.includes(name) || name.startsWith('x-amz-meta-')),
  );

/** The objects: their bytes in files, what is known of them in the store. */
export function openFiles(folder: string, { db }: Store) {
  mkdirSync(folder, { recursive: true });
  const select = db.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?');
  const upsert = db.prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?');
  const after = db.prepare(
    'SELECT * FROM objects WHERE bucket = ? AND key > ? AND key >= ? ORDER BY key LIMIT ?',
  );
  const find = (bucket: string, key: string) => select.get(bucket, key) as unknown as Row | undefined;
  const remove = (bucket: string, key: string): void => {
    const old = find(bucket, key);
    drop.run(bucket, key);
    if (old) rmSync(join(folder, old.file), { force: true });
  };
  const put: Put = (bucket, key, body, headers = {}) => {
    const old = find(bucket, key);
    const file = randomUUID();
    // The row names the file only when the file is whole, so a kill in between leaves at most a file that nobody names.
    writeFileSync(join(folder, `${file}.part`), body);
    renameSync(join(folder, `${file}.part`), join(folder, file));
    const etag = createHash('md5').update(body).digest('hex');
    upsert.run(bucket, key, file, body.length, etag, Date.now(), JSON.stringify(headersToKeep(headers)));
    if (old) rmSync(join(folder, old.file), { force: true });
    return etag;
  };
  const list = (bucket: string, prefix: string, from: string, most: number) =>
    (after.all(bucket, from, prefix, most) as unknown as Row[]).filter(({ key }) => key.startsWith(prefix));
  return { find, put, remove, list, read: (row: Row) => readFileSync(join(folder, row.file)) };
}
export type Files = ReturnType<typeof openFiles>;

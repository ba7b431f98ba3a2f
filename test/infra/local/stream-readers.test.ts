import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { trimStream } from '../../../infra/local/engine-file.ts';
import type { Engine } from '../../../infra/local/services/dynamodb.ts';
import { openStore } from '../../../infra/local/store.ts';
import { checkpointsOf } from '../../../infra/local/triggers/shards.ts';

test('what a reader has not come to is kept, also while it has read nothing yet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stream-'));
  const file = join(folder, 'engine.db');
  const db = new DatabaseSync(file);
  db.exec(
    'CREATE TABLE _stream_records (id INTEGER, table_name TEXT, shard_id TEXT, sequence_number TEXT, created_at INTEGER)',
  );
  const put = db.prepare("INSERT INTO _stream_records VALUES (?, 'crm', 's', ?, ?)");
  for (const n of [1, 2, 3, 4]) put.run(n, String(n), Math.floor(Date.now() / 1000));
  const kept = () =>
    db
      .prepare('SELECT id FROM _stream_records ORDER BY id')
      .all()
      .map(({ id }) => id);

  const store = openStore(folder);
  const [quick, slow] = [checkpointsOf(store, 'quick'), checkpointsOf(store, 'slow')];
  const trim = () => trimStream({ name: 'dynoxide', file } as Engine, store);
  quick.write('s', '4');
  trim();
  expect(kept()).toEqual([1, 2, 3, 4]);
  slow.write('s', '3');
  trim();
  expect(kept()).toEqual([3, 4]);
  checkpointsOf(store, 'slow'); // it begins again where it was
  expect(slow.read('s')).toBe('3');
  slow.write('s', '4');
  trim();
  expect(kept()).toEqual([4]);
  store.close();
  db.close();
});

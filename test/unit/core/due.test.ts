import { expect, test } from 'vitest';
import { dueEntry, duePk, dueShards } from '../../../shared/core/due.ts';
import { newId } from '../../../shared/core/ids.ts';
import { acme, noon } from '../../fixtures/ids.ts';

test('a record has one due entry a reason, always in the same shard, whatever the moment', () => {
  const id = newId('deal');
  const [one, two] = ['2026-01-01T00:00:00.000Z', noon].map((at) =>
    dueEntry(at, 'deal_idle', acme, 'deal', id),
  );
  expect(one?.pk).toBe(two?.pk);
  expect(String(one?.sk) < String(two?.sk)).toBe(true);
});

test('due entries spread over all shards, and lie in no other partition', () => {
  const used = new Set(
    Array.from({ length: 200 }, () => dueEntry(noon, 'deal_idle', acme, 'deal', newId('deal')).pk),
  );
  expect([...used].sort()).toEqual(Array.from({ length: dueShards }, (_, shard) => duePk(shard)).sort());
});
